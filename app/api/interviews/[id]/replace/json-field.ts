import { Invalid } from '@/platform/errors'

/** A field that carries JSON beside a file. @throws Invalid where it was cut short on its way. */
export function jsonField(text: string | undefined): unknown {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return value
  } catch {
    throw new Invalid('What was decided about the file did not arrive whole. Try again.')
  }
}
