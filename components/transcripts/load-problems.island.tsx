'use client'
import { useState } from 'react'
import { excerptOf, valueAt } from '@/components/transcripts/load-file-lines'
import { Notice, type NoticeTone } from '@/components/ui/notice'
import type { ProblemGroup } from '@/transcripts/preview-schema'

const TONES: Record<ProblemGroup['severity'], NoticeTone> = {
  error: 'danger',
  warning: 'warning',
  info: 'info',
}

type Props = {
  problems: readonly ProblemGroup[]
  /** The file's lines; null while nobody asked for them, empty where they cannot be shown. */
  lines: readonly string[] | null
  onNeedLines: () => void
  /** Shows a line where it stands in the file; null where the file has no lines to show. */
  onLine: ((line: number) => void) | null
}

/** What is wrong with a file, one notice a kind, each with its places, each of which leads to its line. */
export function LoadProblems({ problems, lines, onNeedLines, onLine }: Props) {
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
              <details className="mt-1" onToggle={onNeedLines}>
                <summary className="py-1 text-ink-soft underline underline-offset-4">
                  {whereIn(problem)}
                </summary>
                <Places problem={problem} lines={lines} onLine={onLine} />
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

function Places({ problem, lines, onLine }: { problem: ProblemGroup } & Pick<Props, 'lines' | 'onLine'>) {
  const [json] = useState(() => ({ lines: null as readonly string[] | null, value: undefined as unknown }))
  // Parsed once for all places; only files whose problems are named by path are JSON.
  if (lines && json.lines !== lines && problem.places.some(({ path }) => path !== null)) {
    json.lines = lines
    json.value = parsed(lines)
  }
  return (
    <ol className="mt-1 flex max-h-72 flex-col gap-2 overflow-y-auto">
      {problem.places.map(({ line, path, message }) => {
        const said = line !== null ? excerptOf(lines?.[line - 1] ?? '') : path && valueAt(json.value, path)
        return (
          <li key={`${line} ${path} ${message}`} className="border-t border-rule pt-1">
            {line !== null && onLine ? (
              <button
                type="button"
                className="min-h-8 font-semibold text-accent underline underline-offset-4 pointer-coarse:min-h-11"
                onClick={() => onLine(line)}
              >
                Line {line}
              </button>
            ) : (
              <span className="font-semibold">{line === null ? path : `Line ${line}`}</span>
            )}
            {message !== problem.message && <span> {message}</span>}
            {lines !== null && lines.length > 0 && said && (
              <code
                dir="auto"
                className="mt-0.5 block font-mono text-xs break-all whitespace-pre-wrap text-ink-soft"
              >
                {said}
              </code>
            )}
          </li>
        )
      })}
      {problem.count > problem.places.length && (
        <li className="border-t border-rule pt-1 text-ink-soft">
          and {problem.count - problem.places.length} more
        </li>
      )}
    </ol>
  )
}

function parsed(lines: readonly string[]): unknown {
  try {
    const value: unknown = JSON.parse(lines.join('\n'))
    return value
  } catch {
    return undefined // broken JSON is itself the problem; then there is no value to show
  }
}
