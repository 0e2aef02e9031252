import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvError, originsOf, parseEnv } from './env.ts';

describe('settings', () => {
  it('run a trial installation when nothing is set', () => {
    const env = parseEnv({});
    expect(env).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      APP_URL: 'http://localhost:3000',
      DATA_DIR: path.resolve('.data'),
      MAIL_HOLD_SECONDS: 20,
      TRUST_PROXY: 0,
      DEMO_PASSWORD: 'krakow-demo-2026',
      SEED_DEMO: false,
      DEMO_CASES: 12_000,
      OPEN311_DEMO_KEY: 'demo-key',
      secure: false,
    });
    expect([env.DATABASE_URL, env.SMTP_URL]).toEqual([undefined, undefined]);
  });

  it('take the port into the address unless one is given', () => {
    expect(parseEnv({ PORT: '8080' }).APP_URL).toBe('http://localhost:8080');
    expect(parseEnv({ PORT: '8080', APP_URL: 'https://kontakt.example/' }).APP_URL).toBe(
      'https://kontakt.example',
    );
  });

  it('are secure exactly when people reach us by https', () => {
    expect(parseEnv({ APP_URL: 'https://kontakt.example' }).secure).toBe(true);
    expect(parseEnv({ APP_URL: 'http://kontakt.example' }).secure).toBe(false);
  });

  it('count as not set when empty', () => {
    expect(parseEnv({ PORT: '', SMTP_URL: '', TRUST_PROXY: '', DATA_DIR: '', SEED_DEMO: '' })).toEqual(
      parseEnv({}),
    );
  });

  it.each([
    ['true', 1],
    ['false', 0],
    ['2', 2],
  ])('read TRUST_PROXY=%s as %i proxies', (value, proxies) => {
    expect(parseEnv({ TRUST_PROXY: value }).TRUST_PROXY).toBe(proxies);
  });

  it.each([
    ['PORT', '0'],
    ['PORT', 'http'],
    ['APP_URL', 'kontakt.example'],
    ['DATABASE_URL', 'mysql://a@b/c'],
    ['SMTP_URL', 'mail.example:25'],
    ['TILE_URL', 'https://tiles.example/'],
    ['MAIL_HOLD_SECONDS', '-1'],
    ['SEED_DEMO', 'yes please'],
    ['APP_SECRET', 'short'],
    ['NODE_ENV', 'staging'],
  ])('refuse %s=%s by name', (name, value) => {
    const attempt = () => parseEnv({ [name]: value });
    expect(attempt).toThrow(EnvError);
    expect(attempt).toThrow(`  ${name}: `);
  });

  it('are never repeated in a refusal, because they may hold a password', () => {
    expect(() => parseEnv({ DATABASE_URL: 'mysql://a:hunter2@b/c' })).toThrow(/^(?!.*hunter2)/s);
  });

  it('name all that is wrong at once', () => {
    expect(() => parseEnv({ PORT: 'x', SMTP_URL: 'x' })).toThrow(/PORT: .*\n.*SMTP_URL: /);
  });

  it('derive the same keys from the same secret, a different one for each purpose', () => {
    const APP_SECRET = 'a secret of at least thirty-two characters';
    const { keys } = parseEnv({ APP_SECRET });
    expect(parseEnv({ APP_SECRET }).keys).toEqual(keys);
    expect(parseEnv({ APP_SECRET: `${APP_SECRET}.` }).keys.session).not.toBe(keys.session);
    expect(new Set(Object.values(keys)).size).toBe(4);
    expect(Object.keys(keys)).toEqual(['tracking', 'contact', 'session', 'media']);
  });
});

describe('own origins', () => {
  it('are the public address alone on a real server', () => {
    const env = parseEnv({ APP_URL: 'https://kontakt.example/portal', DATABASE_URL: 'postgresql://a@b/c' });
    expect([...originsOf(env)]).toEqual(['https://kontakt.example']);
  });

  it('are both names of this machine as well with the embedded database', () => {
    const env = parseEnv({ PORT: '4000', APP_URL: 'https://kontakt.example', EMBEDDED_DATABASE: '1' });
    expect([...originsOf(env)].sort()).toEqual([
      'http://127.0.0.1:4000',
      'http://localhost:4000',
      'https://kontakt.example',
    ]);
  });
});
