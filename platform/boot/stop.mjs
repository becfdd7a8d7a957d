/** An end that its reader can act on: the message is one plain sentence, shown without a stack. */
export class Stop extends Error {
  name = 'Stop'
}

const REASONS = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'it lies on a read-only disk',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EMFILE: 'too many files are open on this machine',
}

/**
 * Runs work that touches a file or folder and turns the disk's refusals into a Stop that names the place.
 * Other errors pass through unchanged.
 */
export function onDisk(place, work) {
  try {
    return work()
  } catch (error) {
    const reason = REASONS[error?.code]
    if (!reason) throw error
    throw new Stop(`Cannot write to ${place}: ${reason}.`)
  }
}

/** The same reading for the output of a tool that failed, or undefined when the disk was not the cause. */
export function diskReason(output) {
  if (/ENOSPC|No space left on device|Check free disk space/i.test(output)) return REASONS.ENOSPC
  if (/EDQUOT|quota exceeded/i.test(output)) return REASONS.EDQUOT
  if (/EROFS|Read-only file system/i.test(output)) return REASONS.EROFS
  return undefined
}
