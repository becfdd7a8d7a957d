import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEnd } from '@/platform/boot/lifecycle.mjs'

/** The yardstick of the workspace: the same paragraphs as plain HTML, one of them to type in, and a player. */

export type PlainTurn = { text: string; startMs: number | null }

const STYLE = `body{max-width:42rem;margin:1rem auto;font:1.125rem/1.7 serif}p{margin:0 0 .625rem}audio{position:sticky;top:0}`

/** A click on a paragraph plays from where it begins: what is compared with a click on a word. */
const SCRIPT = `
const audio = document.querySelector('audio')
document.addEventListener('click', (event) => {
  const at = event.target.closest('p')?.dataset.at
  if (at !== undefined) audio.currentTime = Number(at) / 1000
})`

function escaped(text: string): string {
  return text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))
}

export function plainPage(turns: readonly PlainTurn[], recording: string): string {
  const paragraphs = turns.map(({ text, startMs }) => `<p data-at="${startMs ?? 0}">${escaped(text)}</p>\n`)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title><style>${STYLE}</style>
<audio controls preload="none" src="${recording}"></audio>
${paragraphs.join('')}<script>${SCRIPT}</script></html>`
}

/** Serves pages that lie in memory, and the recording: silence of a given length, by ranges. @returns its address */
export async function servePlain(pages: ReadonlyMap<string, string>, recording: Buffer): Promise<string> {
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '')
    if (page !== undefined) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
      return response.end(page)
    }
    if (request.url !== '/recording.wav') return response.writeHead(404).end()
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
    const start = Number(from)
    const end = to === '' ? recording.length - 1 : Math.min(Number(to), recording.length - 1)
    response.writeHead(206, {
      'Content-Type': 'audio/wav',
      'Accept-Ranges': 'bytes',
      'Content-Range': `bytes ${start}-${end}/${recording.length}`,
      'Content-Length': end - start + 1,
    })
    response.end(recording.subarray(start, end + 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  beforeEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}
