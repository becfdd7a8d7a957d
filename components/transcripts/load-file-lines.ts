/** A file as its lines, for showing what a problem is about. */

/** The file's lines as its encoding gives them, counted as the parser counts. Empty where this browser cannot decode it. */
export async function linesOf(file: File, encoding: string | null): Promise<string[]> {
  try {
    return new TextDecoder(encoding ?? 'utf-8').decode(await file.arrayBuffer()).split(/\r\n?|\n/)
  } catch {
    return []
  }
}

const LONGEST_EXCERPT = 160

/** A line short enough to stand under a problem. */
export function excerptOf(line: string): string {
  if (line === '') return '(empty line)'
  return line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT)}…` : line
}

/** What stands at a JSON path such as `segments[12].start`, as JSON, or null where nothing does. */
export function valueAt(json: unknown, path: string): string | null {
  let value = json
  for (const [, name, index] of path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)) {
    if (Array.isArray(value) && index !== undefined) value = value[Number(index)]
    else if (isRecord(value) && name !== undefined) value = value[name]
    else return null
  }
  return value === undefined ? null : excerptOf(JSON.stringify(value))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
