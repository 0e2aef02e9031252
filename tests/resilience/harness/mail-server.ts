import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** One mail that the server has taken: whom it was for, and its source. */
export type Taken = { to: string[]; source: string };

export type MailServer = { taken: Taken[]; stop: () => Promise<void> };

const END_OF_DATA = '\r\n.\r\n';

/** What is said to each command; to anything else, that it is fine. */
const REPLIES: [RegExp, string][] = [
  [/^EHLO/i, '250 mail.example'],
  [/^DATA/i, '354 go on'],
  [/^QUIT/i, '221 bye'],
];

/** Speaks just enough SMTP to one client to be handed mails by nodemailer. */
function serve(socket: Socket, taken: Taken[]): void {
  let mail: Taken = { to: [], source: '' };
  let inData = false;
  let text = '';
  const command = (line: string): void => {
    mail.to.push(...(/^RCPT TO:<(.+?)>/i.exec(line)?.slice(1) ?? []));
    inData = /^DATA/i.test(line);
    socket.write(`${REPLIES.find(([pattern]) => pattern.test(line))?.[1] ?? '250 fine'}\r\n`);
  };
  socket.on('error', () => undefined);
  socket.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
    for (let end = text.indexOf(inData ? END_OF_DATA : '\r\n'); end >= 0; ) {
      const part = text.slice(0, end);
      text = text.slice(end + (inData ? END_OF_DATA.length : 2));
      if (inData) {
        taken.push({ ...mail, source: part });
        mail = { to: [], source: '' };
        inData = false;
        socket.write('250 taken\r\n');
      } else command(part);
      end = text.indexOf(inData ? END_OF_DATA : '\r\n');
    }
  });
  socket.write('220 mail.example\r\n');
}

/** A mail server on this port of 127.0.0.1, which keeps what it is given. */
export async function mailServer(port: number): Promise<MailServer> {
  const taken: Taken[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)));
    serve(socket, taken);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { taken, stop };
}
