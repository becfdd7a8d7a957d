/** What a token may be used for. Whatever its scopes, it never reaches further than its member does. */
export const SCOPES = ['read:drafts', 'write:transcripts'] as const
export type Scope = (typeof SCOPES)[number]

export const SCOPE_LABELS: Record<Scope, { label: string; means: string }> = {
  'read:drafts': {
    label: 'Read drafts',
    means: 'Interviews, their transcripts and claims, also before they are published.',
  },
  'write:transcripts': {
    label: 'Load transcripts',
    means: 'New interviews from transcript files, and their recordings.',
  },
}
