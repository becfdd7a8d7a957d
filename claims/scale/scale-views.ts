import type { VerdictFields } from '@/claims/scale/scale-schema'

/** A verdict as an administrator sees it. */
export type ScaleVerdict = Omit<VerdictFields, 'icon' | 'colour'> & {
  key: string
  icon: string
  colour: string
  retired: boolean
  /** Claims that carry it now. */
  claims: number
  /** True where a claim, an approval or an opinion carries it or did: it can be retired and never removed. */
  used: boolean
}
