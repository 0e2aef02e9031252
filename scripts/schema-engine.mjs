#!/usr/bin/env node
/**
 * Stands in for Prisma's native schema engine, which the Prisma CLI would otherwise download before every
 * `generate` and `migrate` (many city networks do not let it). The CLI is told of this file by
 * PRISMA_SCHEMA_ENGINE_BINARY and speaks JSON-RPC with it, one message a line on stdin and stdout; each call is
 * handed to @prisma/schema-engine-wasm, the same engine compiled to WebAssembly, which reaches PostgreSQL by `pg`.
 *
 * Four things have to be put right on the way to PostgreSQL 18. Each is marked "Trap" where it is dealt with.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const CHAR_OID = 18;
const TEXT_OID = 25;
const ENGINE_ERROR = 4466;

function option(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const datasource = JSON.parse(option('--datasource') ?? '{}');
const url = datasource.url ?? process.env.DATABASE_URL;

function urlOfDatabase(name) {
  const target = new URL(url);
  target.pathname = `/${encodeURIComponent(name)}`;
  return target.href;
}

async function withClient(connectionString, use) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** The one-shot commands: `can-connect-to-database`, `create-database`, `drop-database`. */
async function runCommand(command) {
  if (command === 'can-connect-to-database') return withClient(url, () => undefined);
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const verb = command === 'create-database' ? 'CREATE' : 'DROP';
  return withClient(urlOfDatabase('postgres'), (client) =>
    client.query(`${verb} DATABASE ${client.escapeIdentifier(name)}`),
  );
}

/** What the CLI reads from stderr when a one-shot command fails. */
function commandError(error) {
  const code = error.code === '3D000' ? 'P1003' : 'P1001';
  return JSON.stringify({
    timestamp: new Date().toISOString(),
    level: 'ERROR',
    fields: { is_panic: false, message: error.message, error_code: code, meta: {} },
    target: 'schema_engine',
  });
}

/** Row set → positions of its "char" columns, remembered between reading the rows and describing them. */
const charColumns = new WeakMap();

/**
 * Trap 1: the engine selects columns of PostgreSQL's internal type "char" while it introspects, which adapter-pg
 * refuses to read. They are read as text and then described to the engine as what they are.
 */
function readCharColumns(connection) {
  const performIO = connection.performIO.bind(connection);
  connection.performIO = async (query) => {
    const result = await performIO(query);
    const positions = result.fields.flatMap((field, i) => (field.dataTypeID === CHAR_OID ? [i] : []));
    for (const i of positions) result.fields[i].dataTypeID = TEXT_OID;
    charColumns.set(result.rows, positions);
    return result;
  };
}

/**
 * Trap 2: PostgreSQL 18 lists every NOT NULL as a constraint (contype n), which this engine does not expect and takes
 * for an unknown kind.
 */
function hideNotNullConstraints(sql) {
  return sql.replace("contype NOT IN ('p', 'u', 'f')", "contype NOT IN ('p', 'u', 'f', 'n')");
}

/** What the CLI asks for at the moment. */
let underWay;

/**
 * A migration and the note that it is done are kept together or not at all: whoever is killed between the two would
 * leave a migration of which nobody knows whether it was applied. (What runs concurrently must stand alone.)
 */
function withNote(script) {
  if (underWay !== 'applyMigrations' || /\bCONCURRENTLY\b/i.test(script)) return script;
  return `${script}
;DO $note$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    UPDATE _prisma_migrations SET finished_at = now()
    WHERE finished_at IS NULL AND rolled_back_at IS NULL AND logs IS NULL;
  END IF;
END $note$;`;
}

function correct(connection) {
  readCharColumns(connection);
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (query) => {
    const result = await queryRaw({ ...query, sql: hideNotNullConstraints(query.sql) });
    for (const i of charColumns.get(result.rows) ?? []) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
  // Trap 3: adapter-pg cuts a script at every semicolon, which breaks function bodies. PostgreSQL takes it whole.
  connection.executeScript = async (sql) => {
    try {
      await connection.underlyingDriver().query(withNote(sql));
    } catch (error) {
      connection.onError(error);
    }
  };
  return connection;
}

class CorrectedFactory extends PrismaPg {
  async connect() {
    return correct(await super.connect());
  }

  /** adapter-pg drops the shadow database while its own pool still holds a connection; here the pool ends first. */
  async connectToShadowDb() {
    const main = await this.connect();
    const name = `prisma_shadow_${crypto.randomUUID().replaceAll('-', '')}`;
    await main.executeScript(`CREATE DATABASE "${name}"`);
    const pool = new pg.Pool({ connectionString: urlOfDatabase(name) });
    const shadow = correct(await new PrismaPg(pool).connect());
    shadow.dispose = async () => {
      await pool.end();
      await main.executeScript(`DROP DATABASE "${name}" WITH (FORCE)`);
      await main.dispose();
    };
    return shadow;
  }
}

async function createEngine() {
  // Trap 4: without a panic registry a panic inside the engine ends in silence, sometimes with exit code 0.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => console.error(`schema engine: ${message}`),
  };
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const module = new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': wasm });
  wasm.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const paths = (option('--datamodels') ?? '').split(',').filter(Boolean);
  const datamodels = paths.map((file) => [file, readFileSync(file, 'utf8')]);
  const factory = bindMigrationAwareSqlAdapterFactory(new CorrectedFactory({ connectionString: url }));
  return wasm.SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    () => undefined,
    factory,
  );
}

function send(message) {
  return new Promise((resolve) => {
    process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`, resolve);
  });
}

function rpcError(error) {
  return {
    code: ENGINE_ERROR,
    message: 'An error happened. Check the data field for details.',
    data: {
      is_panic: false,
      message: String(error.message ?? error),
      error_code: error.code ?? null,
      meta: error.meta ?? null,
    },
  };
}

let engine;

async function answer(request) {
  try {
    engine ??= await createEngine();
    underWay = request.method;
    const result = await engine[request.method](request.params);
    // The native engine prints a diff by a message of its own; the CLI shows only what comes that way.
    if (request.method === 'diff' && result.stdout != null) {
      await send({ method: 'print', params: { content: result.stdout }, id: `print-${request.id}` });
    }
    await send({ id: request.id, result: result ?? null });
  } catch (error) {
    await send({ id: request.id, error: rpcError(error) });
  }
}

async function serve() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const message = line.trim() ? JSON.parse(line) : {};
    if (message.method) await answer(message);
  }
}

const command = option('cli');
if (command) {
  try {
    await runCommand(command);
  } catch (error) {
    console.error(commandError(error));
    process.exitCode = 1;
  }
} else {
  await serve();
  // The CLI is gone, whether it ended or was killed: a connection left open would keep us, and the migration lock.
  process.exit();
}
