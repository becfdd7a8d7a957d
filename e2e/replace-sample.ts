import type { Page } from '@playwright/test'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'

/** A rough transcript with claims on it, and the clean one that replaces it. */

const CAPTIONS = [
  'good evening and welcome to the harbour hour tonight we talk about trees and about the port',
  'thank you for having me we planted nine million trees last year and so we lost no forest at all',
  'did you really count them all nobody counts trees like that we count them every single spring',
]

export const CLEAN = `Ada Quill: Good evening and welcome to the Harbour Hour. Tonight, we talk about trees – and about the port.

Bo Marsh: Thank you for having me. We planted nine million trees last year, and so we lost almost no forest at all.

Ada Quill: Did you really count them all? Nobody counts trees like that.

Bo Marsh: We count them every single spring!
`

/** One claim whose words stay, and one whose words the clean transcript corrects. */
export async function roughInterview() {
  const interview = await buildInterview(db(), {
    turns: CAPTIONS.map((text, turn) => ({
      speaker: 'The evening',
      text,
      wordStarts: text.split(' ').map((_, word) => turn * 20_000 + word * 500),
    })),
  })
  const lands = await buildClaim(db(), interview, { words: { turn: 1, from: 5, to: 11 }, status: 'approved' })
  const waits = await buildClaim(db(), interview, { words: { turn: 1, from: 14, to: 19 } })
  return { ...interview, lands, waits }
}

export async function chooseClean(page: Page, interviewId: string, text = CLEAN) {
  await page.goto(`/desk/interviews/${interviewId}/replace`)
  const buffer = Buffer.from(text)
  await page.getByLabel('Choose a file').setInputFiles({ name: 'clean.txt', mimeType: 'text/plain', buffer })
}
