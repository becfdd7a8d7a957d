import { checkStorage } from '@/platform/storage'

// Run by `npm start` before anything else, where files go into a bucket. One sentence and an exit code.
try {
  await checkStorage()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
