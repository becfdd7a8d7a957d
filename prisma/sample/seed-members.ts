import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'

/** The sample's own reporter and editor: two people, so that nobody approves alone. */
export type SampleMembers = { reporter: Actor; editor: Actor }

/** They have no password and are deactivated: they wrote the sample and can do nothing else. */
export async function sampleMembers(): Promise<SampleMembers> {
  return {
    reporter: await member('sample.reporter@claimline.invalid', 'Wim Tarrow', 'reporter'),
    editor: await member('sample.editor@claimline.invalid', 'Ilse Fenn', 'editor'),
  }
}

async function member(email: string, name: string, role: 'reporter' | 'editor'): Promise<Actor> {
  const data = { email, name, role, deactivatedAt: new Date() }
  const { id } = await db().member.upsert({
    where: { email },
    create: data,
    update: {},
    select: { id: true },
  })
  return { id, name, email, role }
}
