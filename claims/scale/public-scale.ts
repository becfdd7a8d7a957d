import 'server-only'
import { db } from '@/platform/db'

/** A verdict that may be given now, as readers are told of it. */
export type PublicVerdict = {
  key: string
  label: string
  definition: string
  icon: string
  colour: string
}

/** The scale in its order, without what was retired: with the settings' texts it is how the newsroom says that it checks. */
export function publicScale(): Promise<PublicVerdict[]> {
  return db().verdict.findMany({
    where: { retiredAt: null },
    orderBy: { position: 'asc' },
    select: { key: true, label: true, definition: true, icon: true, colour: true },
  })
}
