/**
 * Answers on PORT with the rows of the statements that one query of ours asks, over bare node http: what it costs at
 * the very least. The statements are listened to, not written down, so they are the same. First argument: whose.
 */
import { createServer } from 'node:http';
import pg from 'pg';
import { onStop, reportReady } from '../child-process.ts';

type Statement = { text: string; values: unknown[] };

/** What is asked of the database while something runs. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const heard: Statement[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function listening(this: pg.Client, ...args: unknown[]) {
    const [first, second] = args;
    if (typeof first === 'object' && first !== null && 'text' in first) {
      const { text, values } = first as Statement;
      heard.push({ text, values: values ?? (Array.isArray(second) ? second : []) });
    }
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return heard.filter(({ text }) => /^\s*(SELECT|WITH)/i.test(text));
}

const { ASKED } = await import('./asked.ts');
const asked = ASKED[process.argv[2] ?? ''];
if (!asked) throw new Error(`nothing is called "${process.argv[2]}"`);
// What is kept in memory is loaded the first time.
await asked();
const statements = await statementsOf(asked);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 5 });

const server = createServer((_request, response) => {
  Promise.all(statements.map((statement, index) => pool.query({ name: `statement-${index}`, ...statement })))
    .then((results) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(results.map(({ rows }) => rows)));
    })
    .catch(() => response.writeHead(500).end());
});
onStop(async () => {
  server.close();
  server.closeAllConnections();
  await pool.end();
});
server.listen(Number(process.env.PORT), '127.0.0.1', reportReady);
