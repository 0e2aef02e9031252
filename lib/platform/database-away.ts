type DriverCause = { kind?: string; originalCode?: string };

/** Prisma's codes: unreachable, timed out, connection closed, no connection or transaction to be had in time. */
const PRISMA = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']);

/** What the driver's adapter calls the same; a raw query reports it under a code of its own. */
const KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);

/** PostgreSQL itself: it ends, starts or recovers, has no connection left, or lost this one. */
const SQL_STATE = /^(57P0[123]|53300|08...)$/;

const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** The driver and its pool say these in words alone. */
const WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed) and is not queryable)/;

/**
 * Whether a query failed because the database, or a connection to it, was not to be had at that moment: that passes by
 * itself, and whoever asked may try again.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, meta } = error as { code?: unknown; meta?: { driverAdapterError?: { cause?: DriverCause } } };
  const cause = meta?.driverAdapterError?.cause;
  if (KINDS.has(cause?.kind ?? '') || SQL_STATE.test(cause?.originalCode ?? '')) return true;
  if (typeof code === 'string' && (PRISMA.has(code) || SOCKET.has(code) || SQL_STATE.test(code))) return true;
  return WORDS.test(error.message);
}
