import { parentPort, workerData } from 'node:worker_threads'
import { parseFile } from 'music-metadata'

// The thread lives for one file. Plain JavaScript, because Node 20 runs no TypeScript and Next bundles no threads.
const { path } = workerData
// `duration`: where no header tells the length, the frames are counted.
const { format } = await parseFile(path, { duration: true, skipCovers: true })
parentPort?.postMessage(format.duration ?? null)
