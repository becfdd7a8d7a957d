import { notFound } from '@/app/(reader)/_document/respond'

/** Every address that is nothing else. */
export function GET(request: Request): Promise<Response> {
  return notFound(request)
}
