import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { db } from '@/platform/db'
import { loadSampleFiles } from '@/prisma/sample/sample'
import { saveSampleClaims } from '@/prisma/sample/seed-claims'
import { loadSampleInterview } from '@/prisma/sample/seed-interview'
import { sampleMembers } from '@/prisma/sample/seed-members'
import { publishSample } from '@/prisma/sample/seed-publications'

/**
 * Loads the sample interview through the same commands that the desk uses, so that it is true in every part: its audit
 * trail, its approvals by a second person, its publications. Each step finds what an earlier, interrupted run has done.
 * Run by `npm start`; does nothing where the sample stands.
 */
async function seed(): Promise<void> {
  const sample = loadSampleFiles()
  const mark = `sample-${createHash('sha256').update(readFileSync(sample.recordingPath)).digest('hex').slice(0, 12)}`
  if (await db().setting.findUnique({ where: { key: mark } })) return
  const members = await sampleMembers()
  const interview = await loadSampleInterview(sample, members)
  const claims = await saveSampleClaims(sample, interview, members)
  await publishSample(sample, interview, claims, members)
  await db().setting.create({ data: { key: mark, value: { slug: sample.interview.slug } } })
  process.stdout.write(`The sample interview “${sample.interview.title}” is loaded.\n`)
}

try {
  await seed()
} finally {
  await db().$disconnect()
}
