import 'server-only'
import { parseInput } from '@/platform/command'
import { A_READER, fileReport } from '@/publishing/reader-report/file-report'
import { countReport } from '@/publishing/reader-report/report-limits'
import { reportSchema } from '@/publishing/reader-report/schema'

/**
 * A report as it comes in from the public. What is mistyped costs nothing of the limits; what is sent does, whether kept or not.
 * @param address the network address it came from.
 * @throws Invalid with messages by field; RateLimited; NotFound
 */
export async function receiveReport(address: string, input: unknown): Promise<void> {
  const { slug } = parseInput(reportSchema, input)
  await countReport(address, slug)
  await fileReport(A_READER, input)
}
