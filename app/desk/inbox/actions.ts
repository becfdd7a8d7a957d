'use server'
import { action } from '@/app/_boundary/action'
import {
  markAllRead as markAllReadOf,
  markNotices as markNoticesOf,
  saveMailNotices,
  unmarkAllRead as unmarkAllReadOf,
} from '@/claims/inbox/mark-notices'
import { unreadNotices } from '@/claims/inbox/queries'

// Marks answer with how many are unread now, so that the bar over the page need not ask.
export const markNotices = action(async (actor, input: unknown) => {
  await markNoticesOf(actor, input)
  return { unread: await unreadNotices(actor.id) }
})

export const markAllRead = action((actor) => markAllReadOf(actor))

export const unmarkAllRead = action(async (actor, input: unknown) => {
  await unmarkAllReadOf(actor, input)
  return { unread: await unreadNotices(actor.id) }
})

export const setMailNotices = action((actor, input: unknown) => saveMailNotices(actor, input))
