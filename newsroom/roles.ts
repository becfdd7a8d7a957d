/** Roles in rising order; each may do what the one before may. */
export const ROLES = ['reporter', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const ROLE_LABELS: Record<Role, string> = {
  reporter: 'Reporter',
  editor: 'Editor',
  admin: 'Administrator',
}

/** True where `role` is `least` or above. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least)
}

/** Who acts, as the database knows them at this request. */
export type Actor = { id: string; name: string; email: string; role: Role }
