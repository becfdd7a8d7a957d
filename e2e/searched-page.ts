import { now } from '@/platform/clock'
import { db } from '@/platform/db'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { claimFixture, pageFixture, turnFixture, verdictFixture } from '@/publishing/snapshot-fixture'
import { storePublication } from '@/publishing/store-publication'

/** A word of letters that no other test says. */
export const ownWord = (stem: string) =>
  `${stem}${[...crypto.randomUUID().replaceAll(/[^0-9a-f]/g, '')]
    .slice(0, 8)
    .map((one) => String.fromCharCode(97 + Number.parseInt(one, 16)))
    .join('')}`

/** A published interview of one person with more claims than a page of a list holds; `word` is in all of them and nowhere else. */
export async function buildSearched(word: string, claims: number) {
  const interview = await buildInterview(db(), { title: `The ${word} hour` })
  const editor = await buildMember(db(), { role: 'editor' })
  const base = pageFixture()
  const person = { slug: `speaker-${word}`, name: `Ottoline ${word}`, affiliation: 'Fair Tides Party' }
  const turns = [
    turnFixture(0, `Why, for the third time, the ${word}?`),
    turnFixture(
      1,
      `Nobody in Little Stane has seen a ${word} in forty winters. That is simply a fact.`,
      9000,
    ),
  ]
  const snapshot = pageFixture({
    number: 1,
    interview: {
      ...base.interview,
      slug: interview.slug,
      title: `The ${word} hour`,
      picture: null,
      recording: null,
    },
    participants: [
      { slug: null, name: 'Odile Tansley', affiliation: '', description: '', part: 'interviewer' },
      { ...person, description: '', part: 'interviewee' },
    ],
    turns,
    background: [],
    chapters: [],
    changes: [],
    claims: Array.from({ length: claims }, (_, index) =>
      claimFixture(
        turns,
        index + 1,
        { turn: 1, from: 0, to: 6 },
        {
          claimReviewed: `The ${word} was seen ${index + 1} times in Little Stane.`,
          verdict: verdictFixture(index % 4 === 0 ? 'false' : 'disputed'),
          challenge: { kind: index % 5 === 0 ? 'challenged' : 'unchallenged', turn: null, ms: null },
          speaker: { name: person.name, personSlug: person.slug, affiliation: person.affiliation },
          topics: [{ slug: `topic-${word}`, name: `On the ${word}` }],
          checkedAt: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
        },
      ),
    ),
  })
  const to = { interviewId: interview.id, snapshot, changes: [], by: editor.id, at: now() }
  await db().$transaction((tx) => storePublication(tx, to))
  return { slug: interview.slug, person }
}
