'use server'
import { z } from 'zod'
import { action } from '@/app/_boundary/action'
import { changeClaims as changeClaimsCommand } from '@/claims/queue/change-claims'
import { askingAs, queueCounts, queueLines } from '@/claims/queue/queries'
import { filterOfQuery } from '@/claims/queue/queue-filter'
import {
  moveFilter as moveFilterCommand,
  removeFilter as removeFilterCommand,
  renameFilter as renameFilterCommand,
  savedFilters,
  saveFilter as saveFilterCommand,
} from '@/claims/queue/saved-filters'
import { undoChange as undoChangeCommand } from '@/claims/queue/undo-change'
import type { ChangeResult, QueueAnswer, SavedAnswer } from '@/claims/queue/views'
import type { Actor } from '@/newsroom/roles'
import { parseInput } from '@/platform/command'

/** `ask` is for the command, `look` says from which list it was asked, so that the answer can bring that up to date. */
const inputSchema = z.object({
  ask: z.unknown(),
  look: z.object({ query: z.string().max(4000), shown: z.array(z.uuid()).max(100) }),
})

async function countsFor(actor: Actor, query: string): Promise<SavedAnswer> {
  const saved = await savedFilters(actor)
  return { saved, counts: await queueCounts(filterOfQuery(query), saved, await askingAs(actor)) }
}

function onClaims(command: (actor: Actor, input: unknown) => Promise<ChangeResult>) {
  return action(async (actor, input: unknown): Promise<QueueAnswer> => {
    const { ask, look } = parseInput(inputSchema, input)
    const result = await command(actor, ask)
    const [lines, { counts }] = await Promise.all([
      queueLines(look.shown, filterOfQuery(look.query), await askingAs(actor)),
      countsFor(actor, look.query),
    ])
    return { result, lines, counts }
  })
}

export const changeClaims = onClaims(changeClaimsCommand)
export const undoChange = onClaims(undoChangeCommand)

function onFilters(command: (actor: Actor, input: unknown) => Promise<unknown>) {
  return action(async (actor, input: unknown): Promise<SavedAnswer> => {
    const { ask, look } = parseInput(inputSchema, input)
    await command(actor, ask)
    return countsFor(actor, look.query)
  })
}

export const saveFilter = onFilters(saveFilterCommand)
export const renameFilter = onFilters(renameFilterCommand)
export const removeFilter = onFilters(removeFilterCommand)
export const moveFilter = onFilters(moveFilterCommand)
