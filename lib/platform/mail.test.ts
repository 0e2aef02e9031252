import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { env } from './env.ts';
import { mailFileName, mailHost, type OutgoingMail, sendMail } from './mail.ts';

const folder = () => path.join(env.DATA_DIR, 'mail');
const names = () => readdir(folder()).catch((): string[] => []);

const mail = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  id: '6a1f2f0e-3c6f-4a58-8d5f-0a52d5a3f111',
  createdAt: new Date('2026-11-22T15:20:23.456Z'),
  to: 'jan@example.com',
  subject: 'Naprawione: zażółć gęślą jaźń',
  text: 'Zażółć gęślą jaźń.',
  html: '<p>Zażółć gęślą jaźń.</p>',
  locale: 'pl',
  ...change,
});

async function written() {
  const [name] = await names();
  const raw = await readFile(path.join(folder(), name ?? ''), 'utf8');
  return { raw, head: raw.slice(0, raw.indexOf('\r\n\r\n')), parsed: await simpleParser(raw) };
}

const before = env.DATA_DIR;
beforeAll(async () => {
  env.DATA_DIR = await mkdtemp(path.join(tmpdir(), 'kontakt-mail-'));
});
beforeEach(() => rm(folder(), { recursive: true, force: true }));
afterAll(async () => {
  await rm(env.DATA_DIR, { recursive: true });
  env.DATA_DIR = before;
});

describe('a mail without a mail server', () => {
  it('is one file, named after its time and its notification', async () => {
    await sendMail(mail());
    expect(await names()).toEqual(['2026-11-22T15:20:23.456Z-6a1f2f0e-3c6f-4a58-8d5f-0a52d5a3f111.eml']);
  });

  it('is still one file when it is sent again, and nothing half-written stays', async () => {
    for (const text of ['raz', 'dwa', 'trzy']) await sendMail(mail({ text }));
    expect(await names()).toHaveLength(1);
    expect((await written()).parsed.text?.trim()).toBe('trzy');
    expect(await readdir(path.join(env.DATA_DIR, 'tmp'))).toEqual([]);
  });

  it('carries both forms of its words, Polish letters whole', async () => {
    await sendMail(mail());
    const { parsed } = await written();
    expect(parsed.subject).toBe('Naprawione: zażółć gęślą jaźń');
    expect(parsed.text?.trim()).toBe('Zażółć gęślą jaźń.');
    expect(parsed.html).toContain('<p>Zażółć gęślą jaźń.</p>');
  });

  it('says who it is from, that a machine wrote it, and which mail it is', async () => {
    await sendMail(mail());
    const { head, parsed } = await written();
    expect(parsed.from?.value).toEqual([
      { name: 'Krakowskie Centrum Kontakt', address: 'no-reply@kontakt.example' },
    ]);
    expect(parsed.messageId).toBe('<6a1f2f0e-3c6f-4a58-8d5f-0a52d5a3f111@kontakt.example>');
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(head).not.toMatch(/^(Reply-To|List-Unsubscribe):/im);
  });

  it('says where such mails are stopped, when they can be, and only there', async () => {
    await sendMail(mail({ unsubscribe: 'https://kontakt.krakow.pl/poparcie/ABC' }));
    const { head } = await written();
    expect(head).toMatch(/^List-Unsubscribe: <https:\/\/kontakt\.krakow\.pl\/poparcie\/ABC>$/m);
    expect(head).not.toMatch(/^List-(?!Unsubscribe:)/im);
  });

  it('lets nobody write headers by that address', async () => {
    await sendMail(mail({ unsubscribe: 'https://kontakt.example/a>\r\nBcc: all@example.com' }));
    expect((await written()).head).not.toMatch(/^Bcc:/im);
  });
});

describe('nobody writes headers of ours', () => {
  it.each(['\r\n', '\n', '\r', '\u2028', '\0'])('a subject stays one line (%j)', async (end) => {
    await sendMail(mail({ subject: `Dziura${end}Bcc: all@example.com${end}${end}Treść` }));
    const { head, parsed } = await written();
    expect(head).not.toMatch(/^Bcc:/im);
    expect(parsed.subject).toMatch(/^Dziura Bcc: all@example\.com +Treść$/);
  });

  it.each([
    'jan@example.com\r\nBcc: all@example.com',
    'jan@example.com, all@example.com',
    'jan@example.com;all@example.com',
    '"Jan" <jan@example.com>',
    'group:jan@example.com;',
    'jan',
    '@example.com',
    '',
  ])('%j is not one address, and nothing is sent', async (to) => {
    await expect(sendMail(mail({ to }))).rejects.toMatchObject({ code: 'BAD_ADDRESS' });
    expect(await names()).toEqual([]);
  });
});

describe('a disk or server that fails', () => {
  it('is told by a code, without the address', async () => {
    const good = env.DATA_DIR;
    env.DATA_DIR = import.meta.filename;
    const error = await sendMail(mail()).catch((thrown: unknown) => thrown);
    env.DATA_DIR = good;
    expect(error).toMatchObject({ name: 'MailError', code: 'ENOTDIR' });
    expect(String(error)).not.toContain('example.com');
  });
});

/** As much of a mail server as one conversation needs; `refuse` is its answer to the recipient. */
async function mailServer(refuse?: string): Promise<{ url: string; heard: string[]; close(): void }> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    let inData = false;
    socket.write('220 test\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const said = String(chunk);
      heard.push(said);
      if (inData && !said.endsWith('\r\n.\r\n')) return;
      const verb = inData ? 'END' : said.slice(0, 4).trim();
      inData = verb === 'DATA';
      const answers: Record<string, string> = {
        DATA: '354 go on',
        RCPT: refuse ?? '250 ok',
        QUIT: '221 bye',
      };
      socket.write(`${answers[verb] ?? '250 ok'}\r\n`);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, heard, close: () => server.close() };
}

describe('a mail server', () => {
  afterEach(() => {
    env.SMTP_URL = undefined;
  });

  it('gets the mail from our address for one recipient, and no file is written', async () => {
    const server = await mailServer();
    env.SMTP_URL = server.url;
    await sendMail(mail());
    server.close();
    const heard = server.heard.join('');
    expect(heard).toContain('MAIL FROM:<no-reply@kontakt.example>');
    expect(heard.match(/RCPT TO:.*/g)).toEqual(['RCPT TO:<jan@example.com>']);
    expect(heard).toContain('Message-ID: <6a1f2f0e-3c6f-4a58-8d5f-0a52d5a3f111@kontakt.example>');
    expect(await names()).toEqual([]);
  });

  it('that refuses is told by its number alone', async () => {
    const server = await mailServer('550 jan@example.com is unknown here');
    env.SMTP_URL = server.url;
    const error = await sendMail(mail()).catch((thrown: unknown) => thrown);
    server.close();
    expect(error).toMatchObject({ name: 'MailError', code: 'SMTP_550', message: 'SMTP_550' });
  });

  it('that is not there is told by a code', async () => {
    const server = await mailServer();
    server.close();
    env.SMTP_URL = server.url;
    await expect(sendMail(mail())).rejects.toMatchObject({ code: 'ESOCKET' });
  });
});

describe('names', () => {
  it.each([
    ['https://kontakt.krakow.pl', 'kontakt.krakow.pl'],
    ['http://localhost:3000', 'kontakt.example'],
    ['http://127.0.0.1:3000', 'kontakt.example'],
    ['http://[::1]:3000', 'kontakt.example'],
  ])('mails of %s come from %s', (url, host) => expect(mailHost(url)).toBe(host));

  it('sort by time and hold no sign that a file system refuses', () => {
    const name = mailFileName(new Date('2026-01-02T03:04:05.006Z'), 'x');
    expect(name).toBe('2026-01-02T03:04:05.006Z-x.eml');
  });
});
