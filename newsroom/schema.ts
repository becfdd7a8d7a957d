import { z } from 'zod'
import { ROLES } from '@/newsroom/roles'

/** Case does not matter in an e-mail address that identifies a member; the column is citext, so the stored form is the one shown. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('Give an e-mail address such as name@example.org.').max(254))

/** Length is what makes a password hard to guess; the upper bound keeps hashing cheap. */
export const newPasswordSchema = z
  .string()
  .min(12, 'Use at least 12 characters. Four unrelated words make a good password.')
  .max(200, 'Use at most 200 characters.')

export const roleSchema = z.enum(ROLES, { message: 'Choose a role.' })

export const inviteMemberSchema = z.object({
  name: z.string().trim().min(1, 'Give the person’s name.').max(120, 'Use at most 120 characters.'),
  email: emailSchema,
  role: roleSchema,
})

export const memberIdSchema = z.object({ memberId: z.uuid('There is no such member.') })

export const changeRoleSchema = memberIdSchema.extend({ role: roleSchema })

export const changeOwnPasswordSchema = z.object({
  currentPassword: z.string().min(1, 'Give the password you sign in with now.').max(200),
  newPassword: newPasswordSchema,
})

export const spendLinkSchema = z.object({ token: z.string().max(100), password: newPasswordSchema })

export const signInSchema = z.object({
  email: emailSchema,
  password: z.string().min(1).max(200),
})

export type InviteMember = z.infer<typeof inviteMemberSchema>
export type ChangeRole = z.infer<typeof changeRoleSchema>
export type ChangeOwnPassword = z.infer<typeof changeOwnPasswordSchema>
