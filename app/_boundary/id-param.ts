import { notFound } from 'next/navigation'
import { z } from 'zod'

/** An id out of an address; what is no id at all is answered like what does not exist. */
export function idParam(id: string): string {
  if (!z.uuid().safeParse(id).success) notFound()
  return id
}
