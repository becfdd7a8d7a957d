import type { Page } from '@playwright/test'
import { axe } from '@/e2e/axe'
import { db } from '@/platform/db'
import { buildInterview } from '@/prisma/factories/interview'
import { claimFixture, pageFixture, turnFixture, verdictFixture } from '@/publishing/snapshot-fixture'
import type { PageSnapshot } from '@/publishing/snapshot-schema'
import { storePublication } from '@/publishing/store-publication'

/** Pages put straight among the publications, for what readers do with them. */

const VERDICTS = ['false', 'unsubstantiated', 'exaggerated', 'false', 'disputed']
const SAID: Record<string, string> = {
  en: 'The ferry came into the harbour in the morning and nobody had counted the people who were waiting for it.',
  ar: 'وصلت العبارة إلى الميناء في الصباح ولم يعد أحد الناس الذين كانوا ينتظرونها هناك.',
}

type LongPage = {
  claims: number
  /** Sentences in each answer: many make room beside the text, few make claims stand close. */
  sentences?: number
  language?: 'en' | 'ar'
}

/**
 * Publishes an hour of questions and answers, a claim in each answer, in three topics; every sixth claim was challenged.
 * @returns its path, and the document.
 */
export async function publishLongPage({ claims: count, sentences = 4, language = 'en' }: LongPage) {
  const { id, slug } = await buildInterview(db())
  const answer = Array.from({ length: sentences }, () => SAID[language]).join(' ')
  const every = 3_600_000 / count
  const turns = Array.from({ length: count }, (_, index) => [
    { ...turnFixture(0, 'And what of that?', Math.floor(index * every)), id: `q${index}` },
    { ...turnFixture(1, answer, Math.floor(index * every) + 1500), id: `a${index}` },
  ]).flat()
  const claims = Array.from({ length: count }, (_, index) => {
    const topic = `Topic ${Math.floor((index * 3) / count) + 1}`
    return claimFixture(
      turns,
      index + 1,
      { turn: index * 2 + 1, from: 2, to: 8 },
      {
        claimReviewed: `What was claimed in answer ${index + 1}, in one sentence.`,
        verdict: verdictFixture(VERDICTS[index % VERDICTS.length] ?? 'false'),
        speaker: {
          name: index % 4 === 0 ? 'Odile Tansley' : 'Corvin Mallaby',
          personSlug: null,
          affiliation: '',
        },
        topics: [{ slug: topic.toLowerCase().replace(' ', '-'), name: topic }],
        challenge:
          index % 6 === 0
            ? { kind: 'challenged', turn: null, ms: null }
            : { kind: 'unchallenged', turn: null, ms: null },
      },
    )
  })
  const plain = pageFixture()
  const snapshot: PageSnapshot = pageFixture({
    turns,
    claims,
    number: 1,
    background: [],
    chapters: [],
    changes: [],
    participants: plain.participants.map((person) => ({ ...person, slug: null })),
    interview: {
      ...plain.interview,
      slug,
      title: `An hour at the harbour ${slug}`,
      picture: null,
      language,
      direction: language === 'ar' ? 'rtl' : 'ltr',
      recording: {
        fileHash: 'b'.repeat(64),
        url: null,
        mime: 'audio/mpeg',
        durationMs: 3_600_000,
        embed: null,
      },
    },
  })
  await db().$transaction((tx) =>
    storePublication(tx, { interviewId: id, snapshot, changes: [], by: null, at: new Date() }),
  )
  return { path: `/interviews/${slug}`, interviewId: id, snapshot }
}

/** What axe finds against WCAG 2.2 AA and its own good practice, with everything painted: it measures what is not as it was guessed. */
export async function readerFaults(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>('.part'))
      part.style.contentVisibility = 'visible'
  })
  const { violations } = await axe(page)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  )
}

/** How many notes of the page begin above the end of the one before, in the margin or in place. */
export function notesThatOverlap(page: Page): Promise<number> {
  return page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>('.part'))
      part.style.contentVisibility = 'visible'
    const boxes = [...document.querySelectorAll('.note')].map((note) => note.getBoundingClientRect())
    return boxes.filter((box, index) => box.top < (boxes[index - 1]?.bottom ?? Number.NEGATIVE_INFINITY) - 1)
      .length
  })
}
