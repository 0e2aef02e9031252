import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type Mail from 'nodemailer/lib/mailer/index.js';
import { translator } from '#lib/i18n/translator.ts';
import { now } from './clock.ts';
import { env } from './env.ts';
import { newTempPath, openTempFolder } from './temp-files.ts';

export type OutgoingMail = {
  /** Of the notification: the file's name and the Message-ID follow from it, so a repeat is the same mail. */
  id: string;
  createdAt: Date;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Language of the words, for Content-Language and the sender's name. */
  locale: string;
  /** The page where whoever gets it can stop such mails. */
  unsubscribe?: string | undefined;
};

/** Why a mail could not be handed over. The code never holds an address. */
export class MailError extends Error {
  override readonly name = 'MailError';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Shorter than the time for which a delivery holds its notification. */
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/** Where the portal's own name cannot receive mail, as on a trial installation. */
const FALLBACK_HOST = 'kontakt.example';

/** One plain address: nothing that a mail header, a list of addresses or a display name is made of. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const PLAIN_ADDRESS = /^[^\s\u0000-\u001f<>()[\],;:"\\@]{1,64}@[^\s\u0000-\u001f<>()[\],;:"\\@]{1,253}$/;

/** The host that mails come from: that of APP_URL, unless it is a number or has no dot. */
export function mailHost(appUrl: string): string {
  const host = new URL(appUrl).hostname;
  return /^[a-z0-9.-]+\.[a-z][a-z0-9-]*$/i.test(host) ? host : FALLBACK_HOST;
}

/** `2026-11-22T15:20:23.456Z-<id>.eml`: the moment to the letter, so that a program can read it back from the name. */
export function mailFileName(createdAt: Date, id: string): string {
  return `${createdAt.toISOString()}-${id}.eml`;
}

/** A header is one line, whatever it was made from. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function messageOf(mail: OutgoingMail): Mail.Options {
  if (!PLAIN_ADDRESS.test(mail.to)) throw new MailError('BAD_ADDRESS');
  const host = mailHost(env.APP_URL);
  const address = `no-reply@${host}`;
  return {
    from: { name: translator(mail.locale, 'common')('siteName'), address },
    to: { name: '', address: mail.to },
    envelope: { from: address, to: [mail.to] },
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.id}@${host}>`,
    date: now(),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': oneLine(mail.locale) },
    // Not `List-Unsubscribe-Post`: the page asks, so that no mail program's look at it ends a support.
    ...(mail.unsubscribe && { list: { unsubscribe: new URL(mail.unsubscribe).href } }),
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/**
 * Hands one mail over: to the server of SMTP_URL, else as a file in DATA_DIR/mail. Throws MailError; a repeat after a
 * crash replaces the file, and goes to a server under the same Message-ID.
 */
export async function sendMail(mail: OutgoingMail): Promise<void> {
  const message = messageOf(mail);
  try {
    if (env.SMTP_URL) await overSmtp(env.SMTP_URL, message);
    else await intoFile(message, mailFileName(mail.createdAt, mail.id));
  } catch (error) {
    throw new MailError(codeOf(error));
  }
}

async function overSmtp(url: string, message: Mail.Options): Promise<void> {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
  try {
    await transport.sendMail(message);
  } finally {
    transport.close();
  }
}

async function intoFile(message: Mail.Options, name: string): Promise<void> {
  const composed = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  }).sendMail(message);
  const folder = path.join(/* turbopackIgnore: true */ env.DATA_DIR, 'mail');
  await Promise.all([mkdir(folder, { recursive: true, mode: 0o700 }), openTempFolder()]);
  const draft = newTempPath();
  try {
    await writeDurably(draft, composed.message as Buffer);
    await rename(draft, path.join(folder, name));
    await syncFolder(folder);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Deletes the files of these notifications where mail lies in DATA_DIR; what a server took is out of our hands. */
export async function removeMailFiles(ids: ReadonlySet<string>): Promise<number> {
  const folder = path.join(/* turbopackIgnore: true */ env.DATA_DIR, 'mail');
  const names = await readdir(folder).catch((): string[] => []);
  const theirs = names.filter((name) => ids.has(name.slice(-40, -4)));
  for (const name of theirs) await rm(path.join(folder, name), { force: true });
  return theirs.length;
}

async function writeDurably(file: string, content: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The new name is kept only once the folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** `SMTP_550`, `ECONNECTION`, `ENOSPC`: what an operator needs, without the server's words, which may name people. */
function codeOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  if (typeof responseCode === 'number') return `SMTP_${responseCode}`;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : 'UNKNOWN';
}
