import { inject } from 'light-my-request'
import { LRUCache } from 'lru-cache'
import { anew, answerOf, send, sendBusy } from './answer.mjs'
import { codingOf, keptAddress } from './public-address.mjs'

/** Within this time an answer is sent again without asking the application. */
const FRESH_MS = 1_000
/** An answer of that age is sent while the application is asked; an older one waits for the application. */
const USABLE_MS = 2_000
/** Where the application fails or does not answer in this time, what it said before is sent, for as long as that allows. */
const PATIENCE_MS = 1_500
/** After it failed, it is asked so often, and nobody waits for it. */
const RECOVERY_MS = 500
/** Nobody waits longer than this for an answer that was asked for by another reader. */
const LONGEST_MS = 20_000
/** What was asked this soon after a change may be an answer from before it, through a question that was under way. */
const DOUBT_MS = 250

/** Pages, and beside them what readers ask for in words of their own: a flood of searches must not push the pages out. */
const PAGES = 128_000_000
const ASKED = 32_000_000
/** Questions in readers' own words under way at a time; who comes then is told to come again. */
const MOST_QUESTIONS = 64

/**
 * Stands before the application in the same process and answers public addresses from what was sent a moment ago. The
 * application is asked without cookies and without any other header of the reader's, so that what is kept cannot depend on
 * who asked; readers who come meanwhile wait for the one answer. Decision record 0033.
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} application
 * @param {{host: string, now?: () => number}} world `host` as the site's own address names it
 */
export function createFront(application, { host, now = () => performance.now() }) {
  const store = (maxSize) => new LRUCache({ maxSize, sizeCalculation: ({ body }) => body.length + 3_000 })
  const pages = store(PAGES)
  const asked = store(ASKED)
  /** @type {Map<string, Promise<import('./answer.mjs').Answer | null>>} */
  const asking = new Map()
  let questions = 0
  /** Raised whenever something public changed: what is of an earlier one is asked for again before it is sent. */
  let epoch = 0
  let changedAt = Number.NEGATIVE_INFINITY
  /** While nobody tells us of changes, nothing is sent unasked. */
  let deaf = false

  const find = (key) => pages.get(key) ?? asked.get(key)

  /** Pages that stand are kept apart from everything that anybody can invent: other words, other addresses. */
  function keep(key, asks, answer) {
    const [into, outOf] = answer.status === 200 && !asks ? [pages, asked] : [asked, pages]
    outOf.delete(key)
    into.set(key, answer)
  }

  function drop(key) {
    pages.delete(key)
    asked.delete(key)
  }

  /** Asks the application once, however many readers wait. @throws where it fails and something else may be sent */
  function ask(key, wanted, coding, before) {
    const running = asking.get(key)
    if (running) return running
    if (wanted.asks && questions >= MOST_QUESTIONS)
      return Promise.reject(new Error('Too many questions at once.'))
    if (wanted.asks) questions += 1
    if (before) before.triedAt = now()
    const answer = askOnce(key, wanted, coding, before).finally(() => {
      if (wanted.asks) questions -= 1
      if (asking.get(key) === answer) asking.delete(key)
    })
    asking.set(key, answer)
    return answer
  }

  async function askOnce(key, wanted, coding, before) {
    const began = epoch
    const said = await question(application, host, wanted.address, coding, before).catch((error) => {
      if (before) before.failedAt = now()
      throw error
    })
    const moment = { at: now(), epoch: began }
    if (began !== epoch || now() - changedAt < DOUBT_MS) moment.at -= FRESH_MS
    const fresh = said.statusCode === 304 && before ? anew(before, moment) : answerOf(said, moment)
    if (said.statusCode >= 500) {
      if (before) before.failedAt = now()
      return fresh
    }
    if (began !== epoch) return fresh // for those who asked before the change; nobody else
    if (fresh?.keep && !wanted.endless) keep(key, wanted.asks, fresh)
    else drop(key)
    return fresh
  }

  /** @returns what to send; null where the application has to answer this reader itself */
  async function answerFor(wanted, coding) {
    const key = `${coding} ${wanted.address}`
    const kept = find(key)
    const age = kept ? now() - kept.at : Number.POSITIVE_INFINITY
    const current = kept !== undefined && kept.epoch === epoch && !deaf
    if (current && age < FRESH_MS) return kept
    const stands = kept !== undefined && age <= kept.staleMs
    const failing = stands && now() - kept.failedAt < PATIENCE_MS
    if (failing && now() - kept.triedAt < RECOVERY_MS) return kept
    const answer = ask(key, wanted, coding, kept)
    if ((current && age < USABLE_MS) || failing) {
      answer.catch(() => undefined) // the next reader asks again, and hears of it then
      return kept
    }
    if (!stands) return answer
    // Known to have changed: only a failure brings the old page back, and not that the new one takes long to make.
    return sooner(answer, kept, kept.epoch === epoch ? PATIENCE_MS : LONGEST_MS, () => {
      kept.failedAt = now()
    })
  }

  return {
    /** Answers a request; the application does where nothing may be kept. */
    async handle(request, response) {
      const wanted = keptAddress(request)
      if (wanted === null) return application(request, response)
      let answer
      try {
        answer = await answerFor(wanted, codingOf(request.headers['accept-encoding']))
      } catch {
        return sendBusy(request, response)
      }
      if (!answer) return application(request, response)
      send(answer, request, response)
    },
    /** Something public changed: everything is asked for again before it is sent. */
    changed() {
      epoch += 1
      changedAt = now()
      asking.clear()
    },
    /** Something was taken down: what was sent before is not sent again even while the application fails. */
    takenDown() {
      this.changed()
      pages.clear()
      asked.clear()
    },
    /** Nobody tells us of changes for the time being, or does so again; what happened meanwhile is not known. */
    hears(hears) {
      deaf = !hears
      this.changed()
    },
    /** Bytes kept. */
    get size() {
      return pages.calculatedSize + asked.calculatedSize
    },
  }
}

/** Asks the application as somebody of whom nothing is known. */
function question(application, host, url, coding, before) {
  const known = before?.etag && before.status === 200 ? { 'if-none-match': before.etag } : {}
  return inject(application, {
    method: 'GET',
    url,
    headers: { host, 'accept-encoding': coding, ...known },
    signal: AbortSignal.timeout(LONGEST_MS),
  })
}

/** The new answer, or the old one where that fails or takes longer than `patience` ms. */
function sooner(answer, old, patience, failed) {
  let timer
  const gaveUp = new Promise((resolve) => {
    timer = setTimeout(() => {
      failed()
      resolve(old)
    }, patience)
  })
  const given = answer.then(
    (fresh) => (fresh && fresh.status >= 500 ? old : fresh),
    () => old,
  )
  return Promise.race([given, gaveUp]).finally(() => clearTimeout(timer))
}
