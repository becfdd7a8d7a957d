import type { Role } from '@/newsroom/roles'
import type { Who } from '@/platform/audit'

/** Who the trail names for what was done on the server itself: nobody signed in, but somebody who could have done anything. */
export const CONSOLE: Who = { id: null, name: 'Server console' }

/** The same where a rule asks for a role: at the server's console everything is allowed. */
export const CONSOLE_ADMIN: Who & { role: Role } = { ...CONSOLE, role: 'admin' }
