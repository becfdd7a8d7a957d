import { listVerdicts } from '@/publishing/api/operations'
import { countedVerdicts } from '@/publishing/api/read-names'
import { preflight, publicApi } from '../_answer/answer'

export const GET = publicApi(listVerdicts, async () => {
  const counted = await countedVerdicts()
  return { value: { items: counted.map(({ verdict, claims }) => ({ ...verdict, claims })), next: null } }
})

export const OPTIONS = preflight
