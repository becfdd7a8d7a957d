import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { LONGEST_QUERY, QUERIES } from '../platform/boot/front/public-address.mjs'

const FOLDER = path.dirname(fileURLToPath(import.meta.url))

/** What a server of one's own usually wants; every one may be given on the command line. */
const USUAL = {
  listen: '80',
  origin: '127.0.0.1:3000',
  cache: '/var/cache/nginx/claimline',
  serverName: '_',
}

/**
 * deploy/nginx.conf with its names filled in: what goes into nginx's `http` block. `origin` may name several processes,
 * comma-separated.
 */
export function renderSite(given = {}) {
  const values = { ...USUAL, ...given }
  for (const value of Object.values(values))
    if (!/^[\w.:/~*, [\]-]+$/.test(value))
      throw new Error(`“${value}” cannot stand in an nginx configuration.`)
  const names = {
    __LISTEN__: values.listen,
    __ORIGINS__: values.origin
      .split(',')
      .map((origin) => `  server ${origin.trim()};`)
      .join('\n'),
    __CACHE__: values.cache,
    __SERVER_NAME__: values.serverName,
    __QUERIES__: queryMaps(),
    __LONGEST__: String(LONGEST_QUERY + 1),
  }
  const template = fs.readFileSync(path.join(FOLDER, 'nginx.conf'), 'utf8')
  return template.replace(/__[A-Z]+(?:_[A-Z]+)*__/g, (name) => {
    const value = names[name]
    if (value === undefined) throw new Error(`deploy/nginx.conf names ${name}, which nothing fills in.`)
    return value
  })
}

/** The table of what counts of a query, as nginx's maps: one for each name, and one for each kind of path. */
function queryMaps() {
  const names = [...new Set(QUERIES.flatMap(([, counted]) => counted ?? []))]
  const each = names.map(
    (name) => `map $arg_${name} $claimline_${name} {
  default "${name}=$arg_${name}&";
  "" "";
}`,
  )
  const rows = QUERIES.map(([pattern, counted]) => {
    const value = counted === null ? '$args' : `"${counted.map((name) => `$\{claimline_${name}}`).join('')}"`
    return `  "~${pattern.source.replaceAll('\\/', '/')}" ${value};`
  })
  return `${each.join('\n')}
map $uri $claimline_query {
  default "";
${rows.join('\n')}
}`
}

/**
 * A whole configuration that an ordinary user can run in the foreground, everything in one folder:
 * `nginx -p FOLDER -c FOLDER/nginx.conf`.
 * @param site what goes into the `http` block
 */
export function wholeConfiguration(site, folder) {
  // Started by root, nginx would hand its workers to an account that may not enter a private folder.
  const user = process.getuid?.() === 0 ? `user ${os.userInfo().username};\n` : ''
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `  ${name}_temp_path ${folder}/${name};`)
    .join('\n')
  return `${user}daemon off;
worker_processes auto;
worker_rlimit_nofile 20000;
pcre_jit on;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 15000; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  default_type application/octet-stream;
${temporary}
${site.replace(/^(?=.)/gm, '  ')}}
`
}

function main(args) {
  const given = {}
  for (let at = 0; at < args.length; at += 2) {
    const name = args[at]?.replace(/^--/, '').replace(/-(.)/g, (_, letter) => letter.toUpperCase())
    if (!Object.hasOwn(USUAL, name) || args[at + 1] === undefined) {
      const names = Object.entries(USUAL).map(([key, value]) => `--${key.replace('N', '-n')} ${value}`)
      console.error(`Usage: node deploy/render-nginx.mjs ${names.join(' ')}`)
      process.exit(1)
    }
    given[name] = args[at + 1]
  }
  process.stdout.write(renderSite(given))
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  main(process.argv.slice(2))
