import { freePort } from '../database/launch.ts';
import { ensureBuild } from '../supervisor/build.ts';
import type { Databases } from './databases.ts';
import { buildEmptyApp, removeEmptyApp } from './empty-app.ts';
import { measure, request, type Sample, scriptBytes, type Target } from './load.ts';
import { endAll, memoryOf, type Settings, startScript } from './process.ts';
import { kilobytes, median, milliseconds, type Row } from './table.ts';

const ROUNDS = 7;
const REQUESTS = 200;
const SERVER_CODE = ['--conditions=react-server'];
const LIST = '/zgloszenia';
/** Not among the pages that are kept. */
const PLAINEST = '/sledz';
/** As browsers ask. Whoever sends a cookie is no stranger: the page is drawn for them. */
const STRANGER = { 'accept-encoding': 'gzip' };
const KNOWN = { ...STRANGER, cookie: 'anything=1' };
const MAP = '/api/map?bbox=19.79,49.96,20.22,50.13&zoom=11';

/** Everything that is measured from outside, against servers that run as in production. */
export async function measurePages(databases: Databases, say: (line: string) => void): Promise<Row[]> {
  const env = { DATABASE_URL: databases.big, DATA_DIR: databases.dataDir, NODE_ENV: 'production' };
  try {
    await ensureBuild(() => say('Building for production …'), {
      ...process.env,
      ...env,
    } as NodeJS.ProcessEnv);
    say('Building the empty application …');
    const folder = await buildEmptyApp();
    const ours = await served('scripts/web.ts', { ...env, TRUST_PROXY: '1' });
    const empty = await served('scripts/bench/serve-empty.ts', env, [], [folder]);
    const sql = await served('scripts/bench/serve-sql.ts', env, SERVER_CODE, ['map']);
    const at = (path: string, headers: Target['headers'] = STRANGER): Target => ({ ...ours, path, headers });
    const blank = { ...empty, headers: STRANGER };
    say('Measuring pages …');
    return [
      await byCpu('list page, nothing written since it was drawn : an empty page', at(LIST), blank, 1.5),
      await byCpu('list page, drawn anew each time : an empty page', at(LIST, KNOWN), blank),
      await byCpu('our plainest page, drawn anew each time : an empty page', at(PLAINEST), blank),
      await byCpu('map API : the same SQL over bare node http', at(MAP, {}), sql, 5),
      await byBytes(ours, empty),
      await byMemory(at(LIST, KNOWN), say),
    ];
  } finally {
    await endAll();
    removeEmptyApp();
  }
}

async function served(
  file: string,
  env: Settings,
  execArgv: string[] = [],
  args: string[] = [],
): Promise<Target> {
  const port = await freePort();
  const own = { ...env, PORT: String(port), HOST: '127.0.0.1', APP_URL: `http://localhost:${port}` };
  return { child: await startScript(file, own, execArgv, args), port, path: '/' };
}

/** Both in turn, a slice of requests at a time. */
async function byCpu(what: string, a: Target, b: Target, most?: number): Promise<Row> {
  for (const target of [a, b]) await measure(target, REQUESTS);
  const samples: [Sample[], Sample[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    samples[0].push(await measure(a, REQUESTS));
    samples[1].push(await measure(b, REQUESTS));
  }
  const [cpuA, cpuB] = samples.map((each) => median(each.map(({ cpu }) => cpu))) as [number, number];
  const words = (cpu: number, each: Sample[]) =>
    `${milliseconds(cpu)}, ${median(each.map(({ perSecond }) => perSecond)).toFixed(0)}/s`;
  const row = { what, a: words(cpuA, samples[0]), b: words(cpuB, samples[1]), ratio: cpuA / cpuB };
  return most === undefined ? row : { ...row, bar: { most } };
}

const MORE_BYTES = 20 * 1024;

async function byBytes(ours: Target, empty: Target): Promise<Row> {
  const a = await scriptBytes(ours.port, ...(await formStep(ours)));
  const b = await scriptBytes(empty.port, '/');
  return {
    what: 'JavaScript of a form step : an empty page + 20 kB',
    a: kilobytes(a),
    b: `${kilobytes(b)} + ${kilobytes(MORE_BYTES)}`,
    ratio: a / (b + MORE_BYTES),
    bar: { most: 1 },
  };
}

/** Begins a report as a browser does, and says where its first step is. */
async function formStep({ port }: Target): Promise<[string, { cookie: string }]> {
  const { status, headers } = await request(port, '/api/drafts', {
    method: 'POST',
    headers: { origin: `http://localhost:${port}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      kind: 'PROBLEM',
      text: 'Nie świeci latarnia.',
      back: '/zglos/problem',
    }).toString(),
  });
  const cookie = headers['set-cookie']?.map((each) => each.split(';')[0]).join('; ') ?? '';
  if (status !== 303 || !headers.location) throw new Error(`beginning a report answered ${status}`);
  return [headers.location, { cookie }];
}

const FIRST = 1000;
const LAST = 10_000;

async function byMemory(target: Target, say: (line: string) => void): Promise<Row> {
  say(`Asking ${LAST} times …`);
  await measure(target, FIRST);
  const first = memoryOf(target.child);
  await measure(target, LAST - FIRST);
  const last = memoryOf(target.child);
  return {
    what: `memory after ${LAST} requests : after ${FIRST}`,
    a: kilobytes(last),
    b: kilobytes(first),
    ratio: last / first,
    bar: { most: 1.2 },
  };
}
