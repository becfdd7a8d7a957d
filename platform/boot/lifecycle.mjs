import { endTools, say } from './tools.mjs'

const undo = []
let ending = false

/** Registers work to do before this process ends, whichever way; the last registered runs first. */
export function beforeEnd(work) {
  undo.push(work)
}

/** Is this process on its way out? */
export const isEnding = () => ending

/** Undoes everything registered, once. */
export async function windDown() {
  if (ending) return
  ending = true
  endTools()
  for (const work of undo.splice(0).reverse()) {
    try {
      await work()
    } catch (error) {
      say(`While ending: ${error.message}`)
    }
  }
}

/**
 * Ends in order on Ctrl-C, on SIGTERM and when the terminal closes. npm does not always pass a signal on, and
 * cannot when it is killed: so started by npm, we also end when it is gone.
 */
export function endOnSignals() {
  const end = async (code) => {
    await windDown()
    process.exit(code)
  }
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])
    process.on(signal, () => end(code))
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) end(143)
  }, 500).unref()
}
