# syntax=docker/dockerfile:1.7
# The application alone: PostgreSQL is a service of its own (compose.yaml), so DATABASE_URL must be set.

FROM node:22.21.0-bookworm-slim AS packages
WORKDIR /claimline
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --include=dev --no-audit --no-fund

FROM packages AS build
COPY . .
RUN npm run build

FROM node:22.21.0-bookworm-slim AS serve
WORKDIR /claimline
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 CLAIMLINE_DATA=/data
COPY --from=build --chown=node:node /claimline ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "platform/boot/run.cjs", "start"]
