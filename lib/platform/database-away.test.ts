import { describe, expect, it } from 'vitest';
import { isDatabaseAway } from './database-away.ts';

const failure = (message: string, more: object = {}) => Object.assign(new Error(message), more);
const byDriver = (code: string, cause: object) =>
  failure('query failed', { code, meta: { driverAdapterError: { name: 'DriverAdapterError', cause } } });

describe('a database that is away for a moment', () => {
  it.each([
    ['Prisma cannot reach it', failure('Invalid invocation', { code: 'P1001' })],
    ['Prisma gets no connection in time', failure('Invalid invocation', { code: 'P2024' })],
    ['a raw query cannot reach it', byDriver('P2010', { kind: 'DatabaseNotReachable', port: 5432 })],
    ['a raw query meets it starting up', byDriver('P2010', { kind: 'postgres', originalCode: '57P03' })],
    ['a query is cut off by its end', byDriver('P2039', { kind: 'postgres', originalCode: '57P01' })],
    ['it has no connection left', byDriver('P2037', { kind: 'TooManyConnections', originalCode: '53300' })],
    ['the driver loses the connection', failure('Connection terminated unexpectedly')],
    [
      'the driver has lost the connection before',
      failure('Client has encountered a connection error and is not queryable'),
    ],
    ['all connections of the pool are taken', failure('timeout exceeded when trying to connect')],
    ['the queue cannot connect', failure('connect ECONNREFUSED 127.0.0.1:5432', { code: 'ECONNREFUSED' })],
    ['the queue meets it in recovery', failure('the database system is in recovery mode', { code: '57P03' })],
  ])('is told from a fault: %s', (_what, error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  it.each([
    [
      'a row that is there already',
      byDriver('P2002', { kind: 'UniqueConstraintViolation', originalCode: '23505' }),
    ],
    ['a wrong query', byDriver('P2010', { kind: 'postgres', originalCode: '42601' })],
    ['a statement that took too long', byDriver('P2010', { kind: 'postgres', originalCode: '57014' })],
    ['a wrong password', byDriver('P1000', { kind: 'AuthenticationFailed', originalCode: '28P01' })],
    ['a fault of ours', new TypeError('Cannot read properties of undefined')],
    ['a full disk', failure('ENOSPC: no space left on device', { code: 'ENOSPC' })],
    ['no error at all', 'P1001'],
  ])('is not: %s', (_what, error) => {
    expect(isDatabaseAway(error)).toBe(false);
  });
});
