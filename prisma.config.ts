import { defineConfig } from 'prisma/config'

/** `prisma generate`, `validate` and `format` read this; migrations are applied by platform/boot/migrate.mjs. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/claimline' },
})
