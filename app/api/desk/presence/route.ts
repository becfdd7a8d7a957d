import { readJson } from '@/app/_boundary/body'
import { route } from '@/app/_boundary/route'
import { notePresence } from '@/claims/presence/note-presence'

/** A page says where its reader is; answered with who else is in that interview. */
export const POST = route(async ({ actor, request }) => notePresence(actor, await readJson(request)), {
  maxBytes: 1000,
})
