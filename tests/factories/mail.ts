import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { simpleParser } from 'mailparser';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Every address that a link leads to. */
  links: string[];
  /** A tracking code, if a link holds one. */
  code: string | undefined;
  /** Where its header says that such mails are stopped. */
  unsubscribe: string | undefined;
  file: string;
};

const TRACKING_LINK = /\/sledz\/([0-9A-Za-z-]{13,20})/;

async function read(file: string): Promise<Mail> {
  const mail = await simpleParser(await readFile(file));
  const html = mail.html || '';
  const text = mail.text ?? '';
  const links = [...new Set(`${html}\n${text}`.match(/https?:\/\/[^\s"<>]+/g) ?? [])];
  const code = links.flatMap((link) => TRACKING_LINK.exec(link)?.[1] ?? [])[0];
  const head = mail.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line;
  const unsubscribe = head && /<([^>]*)>/.exec(head.replace(/\s+/g, ' '))?.[1];
  const to = [mail.to].flat()[0]?.text ?? '';
  return { to, subject: mail.subject ?? '', text, html, links, code, unsubscribe, file };
}

/** Every mail that lies in this data directory, the oldest first. */
export async function mailsIn(dataDir: string): Promise<Mail[]> {
  const folder = path.join(dataDir, 'mail');
  const names = await readdir(folder).catch((): string[] => []);
  const files = names.filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(files.map((name) => read(path.join(folder, name))));
}
