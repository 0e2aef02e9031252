import type { ChildProcess } from 'node:child_process';
import type { Databases } from './databases.ts';
import { endScript, startScript } from './process.ts';
import { median, milliseconds, type Row } from './table.ts';

const ROUNDS = 15;
/** A query that takes long is not asked as often. */
const LONG_MS = 300;
const WARM_UPS = 2;

type Reply = { milliseconds?: number; error?: string };

class Asker {
  readonly #child: ChildProcess;

  constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(url: string, dataDir: string): Promise<Asker> {
    const env = { DATABASE_URL: url, DATA_DIR: dataDir, NODE_ENV: 'production' };
    return new Asker(await startScript('scripts/bench/queries.ts', env, ['--conditions=react-server']));
  }

  async ask(name: string): Promise<number> {
    const reply = await new Promise<Reply>((resolve, reject) => {
      this.#child.once('message', (message) => resolve(message as Reply));
      this.#child.once('exit', () => reject(new Error(`the process that asks "${name}" ended`)));
      this.#child.send(name);
    });
    this.#child.removeAllListeners('exit');
    if (reply.error) throw new Error(`${name}: ${reply.error}`);
    return reply.milliseconds ?? 0;
  }

  end(): Promise<void> {
    return endScript(this.#child);
  }
}

type Side = { asker: Asker; name: string };

/** Asks both in turn, so that whatever else the machine does meets both alike. */
async function compare(a: Side, b: Side): Promise<[number, number]> {
  for (let round = 0; round < WARM_UPS; round += 1)
    for (const side of [a, b]) await side.asker.ask(side.name);
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    times[0].push(await a.asker.ask(a.name));
    times[1].push(await b.asker.ask(b.name));
    if (round >= 4 && median(times[0]) > LONG_MS) break;
  }
  return [median(times[0]), median(times[1])];
}

/** Every query on many rows and on ten thousand. */
const BY_SIZE = [
  'public list',
  'public list, one category',
  'public list, one district',
  'public list, open',
  'public list, ideas of one category',
  'public list, dates',
  'public list, a quarter',
  'public list, a quarter, open',
  'public search, a common word',
  'public search, a street',
  'public search, two words',
  'public search, in vain',
  'a public case',
  'latest results',
  'map, whole city',
  'map, a quarter',
  'map, one category',
  'map, open',
  'statistics of a month',
  'queue of the infoline',
  'queue of the infoline, in departments',
  'queue of the infoline, overdue',
  'queue of the infoline, all',
  'queue of the infoline, filtered',
  'queue of the infoline, unreleased',
  'queue of a department',
  'queue of a department, ended',
  'desk of the supervisor',
  'counts beside the queue',
  'staff search, a common word',
  'staff search, a street',
  'staff search, two words',
  'a case at the desk',
  'similar cases nearby',
];

/** Two of the same database. */
const PAIRS = [
  {
    what: 'page 1 : page 20 000 of the list',
    a: 'public list',
    b: 'public list, page 20 000',
    bar: { least: 0.8, most: 1.25 },
  },
  {
    what: 'page 1 : page 20 000 of the queue',
    a: 'queue of the infoline, all',
    b: 'queue of the infoline, page 20 000',
    bar: { least: 0.8, most: 1.25 },
  },
  { what: 'filing : four bare INSERTs', a: 'filing', b: 'four bare INSERTs', bar: { most: 8 } },
];

export async function measureQueries(databases: Databases, label: string): Promise<Row[]> {
  const big = await Asker.start(databases.big, databases.dataDir);
  const small = await Asker.start(databases.small, databases.dataDir);
  const rows: Row[] = [];
  const add = (what: string, [a, b]: [number, number], bar: Row['bar']) =>
    rows.push({ what, a: milliseconds(a), b: milliseconds(b), ratio: a / b, bar });
  for (const name of BY_SIZE) {
    add(`${name}, ${label}`, await compare({ asker: big, name }, { asker: small, name }), { most: 2 });
  }
  const free = { asker: big, name: 'map, free dates and a text' };
  const [time] = await compare(free, free);
  rows.push({
    what: `${free.name}, below 1 s`,
    a: milliseconds(time),
    b: '1 s',
    ratio: time / 1000,
    bar: { most: 1 },
  });
  for (const { what, a, b, bar } of PAIRS) {
    add(what, await compare({ asker: big, name: a }, { asker: big, name: b }), bar);
  }
  await big.end();
  await small.end();
  return rows;
}
