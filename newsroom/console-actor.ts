import type { Who } from '@/platform/audit'

/** Who the trail names for what was done on the server itself: nobody signed in, but somebody who could have done anything. */
export const CONSOLE: Who = { id: null, name: 'Server console' }
