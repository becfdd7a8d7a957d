import 'server-only'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import {
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { type FileStore, keyOf } from '@/platform/storage/file-store'

export type S3Place = {
  bucket: string
  region: string
  key: string
  secret: string
  /** Address of anything that speaks S3; null for Amazon's own. */
  endpoint: string | null
  /** `https://host/bucket/key` instead of `https://bucket.host/key`, which most servers of one's own need. */
  pathStyle: boolean
}

/** Bytes of one part on its way to the bucket (S3 takes no less than 5 MiB), and how many parts are under way at once. */
const PART_BYTES = 8 * 1024 * 1024
const PARTS_AT_ONCE = 2
/** Sizes that are remembered, so that each range does not ask for the same head again. A name never changes its bytes. */
const KNOWN_SIZES = 2000

/** Keeps files in a bucket. What is in it is only ever added to: the key needs no right to delete. */
export function s3Store(place: S3Place): FileStore & { check: () => Promise<void> } {
  const Bucket = place.bucket
  const client = new S3Client({
    region: place.region,
    forcePathStyle: place.pathStyle,
    credentials: { accessKeyId: place.key, secretAccessKey: place.secret },
    // Servers other than Amazon's do not know the newer checksums; where S3 demands one it is still sent.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(place.endpoint ? { endpoint: place.endpoint } : {}),
  })
  const sizes = new Map<string, number>()

  async function sizeOf(Key: string): Promise<number | null> {
    const known = sizes.get(Key)
    if (known !== undefined) return known
    try {
      const { ContentLength } = await client.send(new HeadObjectCommand({ Bucket, Key }))
      if (ContentLength === undefined) throw new Error('The S3 store did not say how long a file is.')
      if (sizes.size >= KNOWN_SIZES) sizes.clear()
      sizes.set(Key, ContentLength)
      return ContentLength
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null
      throw error
    }
  }

  return {
    async find(hash) {
      const Key = keyOf(hash)
      const bytes = await sizeOf(Key)
      if (bytes === null) return null
      return {
        bytes,
        async read(start, end) {
          const answer = await client.send(
            new GetObjectCommand({ Bucket, Key, Range: `bytes=${start}-${end}` }),
          )
          if (!(answer.Body instanceof Readable)) throw new Error('The S3 store answered without a body.')
          if (answer.ContentLength !== end - start + 1) {
            answer.Body.destroy()
            throw new Error(`The S3 store was asked for bytes ${start} to ${end} and sends others.`)
          }
          return answer.Body
        },
      }
    },

    async keep(file, hash, bytes) {
      const Key = keyOf(hash)
      if ((await sizeOf(Key)) === bytes) return
      await new Upload({
        client,
        params: { Bucket, Key, Body: createReadStream(file, { highWaterMark: 1024 * 1024 }) },
        partSize: PART_BYTES,
        queueSize: PARTS_AT_ONCE,
      }).done()
    },

    /** @throws Error that says in one sentence what is wrong with the place. */
    async check() {
      const where = `the bucket “${Bucket}”${place.endpoint ? ` at ${place.endpoint}` : ''}`
      await client.send(new HeadBucketCommand({ Bucket })).catch((error: unknown) => {
        throw new Error(`Files cannot be kept in ${where}: it cannot be reached (${reasonOf(error)}).`)
      })
      const probe = new PutObjectCommand({
        Bucket,
        Key: 'claimline-was-here',
        Body: 'Written at each start.',
      })
      await client.send(probe).catch((error: unknown) => {
        throw new Error(`Files cannot be kept in ${where}: it cannot be written to (${reasonOf(error)}).`)
      })
    },
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof S3ServiceException)
    return `${error.name}, status ${error.$metadata.httpStatusCode ?? 'none'}`
  return error instanceof Error ? error.message || error.name : 'no reason given'
}
