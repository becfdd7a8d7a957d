/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.CLAIMLINE_DIST ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check` and `npm test`; a first `npm start` need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // Native or worker-based packages that must be loaded from node_modules and not bundled.
  serverExternalPackages: [
    '@aws-sdk/client-s3',
    '@aws-sdk/lib-storage',
    '@node-rs/argon2',
    'nodemailer',
    'pg',
    'pg-boss',
    'pino',
    'sanitize-html',
    'iconv-lite',
    'chardet',
  ],
  // authInterrupts: a page answers 403 with app/forbidden.tsx instead of a redirect that hides why.
  experimental: { serverActions: { bodySizeLimit: '1mb' }, authInterrupts: true },
}

export default config
