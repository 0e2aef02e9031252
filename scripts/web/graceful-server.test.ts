import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { setStatus } from '#lib/platform/status.ts';
import { type GracefulServer, gracefulServer } from './graceful-server.ts';
import { withStatus } from './status-hook.ts';

let running: GracefulServer | undefined;

async function serve(
  ...args: Parameters<typeof gracefulServer>
): Promise<(path: string) => Promise<IncomingMessage>> {
  running = gracefulServer(...args);
  running.server.listen(0, '127.0.0.1');
  await once(running.server, 'listening');
  const { port } = running.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  return async (path) => {
    const [response] = await once(get({ port, path, agent, host: '127.0.0.1' }), 'response');
    response.resume();
    return response;
  };
}

afterEach(async () => {
  await running?.close(0);
  running = undefined;
});

describe('the server', () => {
  it('sends the answer that is under way before it ends, and takes nothing new', async () => {
    let finish = (): void => undefined;
    const request = await serve((_request, response) => {
      finish = () => response.end('saved');
    });
    const pending = request('/slow');
    await once(running?.server ?? process, 'request');
    const closed = running?.close(5_000);
    finish();
    const response = await pending;
    expect(response.statusCode).toBe(200);
    expect(response.headers.connection).toBe('close');
    await closed;
    await expect(request('/next')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('still answers the next request of a connection that was kept open, as its last', async () => {
    const request = await serve((_request, response) => response.end('ok'));
    await once(await request('/first'), 'end');
    const closed = running?.close(5_000);
    const response = await request('/next');
    expect(response.statusCode).toBe(200);
    expect(response.headers.connection).toBe('close');
    await closed;
  });

  it('answers some requests that came at once, in their order, and hangs up on whoever sends ever more', async () => {
    const seen: string[] = [];
    await serve(({ url = '' }, response) => {
      seen.push(url);
      setTimeout(() => response.end(url), 20);
    });
    const port = (running?.server.address() as AddressInfo | undefined)?.port ?? 0;
    const send = async (count: number) => {
      const socket = connect(port, '127.0.0.1');
      let text = '';
      socket.on('data', (data) => {
        text += data;
        if (text.endsWith(`/${count - 1}`)) socket.end();
      });
      socket.on('error', () => undefined);
      const lines = Array.from({ length: count }, (_, at) => `GET /${at} HTTP/1.1\r\nHost: a\r\n\r\n`);
      socket.write(lines.join(''));
      await Promise.race([once(socket, 'close'), pause(2_000)]);
      expect(socket.closed).toBe(true);
    };
    await send(5);
    expect(seen).toEqual(['/0', '/1', '/2', '/3', '/4']);
    await send(500);
    expect(seen).toHaveLength(15);
  });

  it('does not wait for idle connections', async () => {
    const request = await serve((_request, response) => response.end('ok'));
    await once(await request('/'), 'end');
    const before = performance.now();
    await running?.close(60_000);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it('gives up on an answer that never comes', async () => {
    const request = await serve(() => undefined);
    const pending = request('/never');
    pending.catch(() => undefined);
    await once(running?.server ?? process, 'request');
    await running?.close(50);
    await expect(pending).rejects.toThrow();
  });
});

describe('the status of a page', () => {
  it('is what the page asked for, and only for that request', async () => {
    const request = await serve((incoming, response) =>
      withStatus(response, async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (incoming.url === '/missing') setStatus(404);
        response.end('a whole page');
      }),
    );
    const statuses = await Promise.all(
      ['/', '/missing', '/'].map(async (path) => (await request(path)).statusCode),
    );
    expect(statuses).toEqual([200, 404, 200]);
  });

  it('does not change a redirect', async () => {
    const request = await serve((_incoming, response) =>
      withStatus(response, () => {
        setStatus(404);
        response.writeHead(303, { location: '/' }).end();
      }),
    );
    expect((await request('/')).statusCode).toBe(303);
  });

  it('is left alone outside a request', () => {
    expect(() => setStatus(404)).not.toThrow();
  });
});
