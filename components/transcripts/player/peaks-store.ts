/** Peaks once made are kept in this browser (IndexedDB). Where it refuses, they are made again each time. */

const NAME = 'claimline-peaks'
const MOST = 40

export async function findPeaks(mark: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await run('readonly', (store) => store.get(mark))
  return found instanceof Uint8Array && found.buffer instanceof ArrayBuffer ? new Uint8Array(found) : null
}

/** Keeps these; when there are many, begins anew. */
export async function keepPeaks(mark: string, peaks: Uint8Array): Promise<void> {
  const count = await run('readonly', (store) => store.count())
  if (typeof count === 'number' && count >= MOST) await run('readwrite', (store) => store.clear())
  await run('readwrite', (store) => store.put(peaks, mark))
}

async function run(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  try {
    const database = await open()
    try {
      return await finished(act(database.transaction(NAME, mode).objectStore(NAME)))
    } finally {
      database.close()
    }
  } catch {
    return undefined // private windows and full disks keep nothing
  }
}

function open(): Promise<IDBDatabase> {
  const asked = indexedDB.open(NAME, 1)
  asked.onupgradeneeded = () => asked.result.createObjectStore(NAME)
  return finished(asked)
}

function finished<Value>(asked: IDBRequest<Value>): Promise<Value> {
  return new Promise((done, failed) => {
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => failed(asked.error)
  })
}
