import { defineConfig } from 'prisma/config';

// The URL is needed by `migrate` only; `generate` runs without a database.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
