'use client'
import { useState } from 'react'
import { Notice, type NoticeTone } from '@/components/ui/notice'
import type { ProblemGroup } from '@/transcripts/preview-schema'

const TONES: Record<ProblemGroup['severity'], NoticeTone> = {
  error: 'danger',
  warning: 'warning',
  info: 'info',
}
const LONGEST_EXCERPT = 160

type Props = { problems: readonly ProblemGroup[]; file: File; encoding: string | null }

/** What is wrong with a file, one notice a kind, each with its places and the lines as they stand in the file. */
export function LoadProblems({ problems, file, encoding }: Props) {
  const [lines, setLines] = useState<readonly string[] | null>(null)

  async function readLines() {
    if (lines === null) setLines(await linesOf(file, encoding))
  }

  if (problems.length === 0) return null
  return (
    <ul aria-label="Problems in the file" className="flex flex-col gap-2">
      {problems.map((problem) => (
        <li key={`${problem.severity} ${problem.code}`}>
          <Notice
            tone={TONES[problem.severity]}
            {...(problem.count > 1 ? { title: `${problem.count} times` } : {})}
          >
            <p>{problem.message}</p>
            {problem.places.length > 0 && (
              <details className="mt-1" onToggle={readLines}>
                <summary className="py-1 text-ink-soft underline underline-offset-4">
                  {whereIn(problem)}
                </summary>
                <Places problem={problem} lines={lines} />
              </details>
            )}
          </Notice>
        </li>
      ))}
    </ul>
  )
}

function whereIn({ count, places }: ProblemGroup): string {
  const first = places[0]
  const at = first?.line === null || first?.line === undefined ? (first?.path ?? '') : `line ${first.line}`
  return count === 1 ? `Show ${at}` : `Show where, from ${at}`
}

function Places({ problem, lines }: { problem: ProblemGroup; lines: readonly string[] | null }) {
  return (
    <ol className="mt-1 flex max-h-72 flex-col gap-2 overflow-y-auto">
      {problem.places.map(({ line, path, message }) => (
        <li key={`${line} ${path} ${message}`} className="border-t border-rule pt-1">
          <span className="font-semibold">{line === null ? path : `Line ${line}`}</span>
          {message !== problem.message && <span> {message}</span>}
          {line !== null && lines !== null && (
            <code
              dir="auto"
              className="mt-0.5 block font-mono text-xs break-all whitespace-pre-wrap text-ink-soft"
            >
              {excerptOf(lines[line - 1] ?? '')}
            </code>
          )}
        </li>
      ))}
      {problem.count > problem.places.length && (
        <li className="border-t border-rule pt-1 text-ink-soft">
          and {problem.count - problem.places.length} more
        </li>
      )}
    </ol>
  )
}

function excerptOf(line: string): string {
  if (line === '') return '(empty line)'
  return line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT)}…` : line
}

/** The file's lines as its encoding gives them, counted as the parser counts. Empty where this browser cannot decode it. */
async function linesOf(file: File, encoding: string | null): Promise<string[]> {
  try {
    return new TextDecoder(encoding ?? 'utf-8').decode(await file.arrayBuffer()).split(/\r\n?|\n/)
  } catch {
    return []
  }
}
