import { GripVertical } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ClaimView, EvidenceView } from '@/claims/views'
import { useReorder } from '@/components/claims/sources/use-reorder'
import { FormError } from '@/components/ui/form-error'

type Props = {
  claim: ClaimView
  items: readonly EvidenceView[]
  disabled: boolean
  label: string
  row: (item: EvidenceView) => ReactNode
  className?: string
}

/** Sources in the order in which readers see them; a handle drags one, Alt with an arrow moves the one that has the focus. */
export function SourceList({ claim, items, disabled, label, row, className = '' }: Props) {
  const { list, drag, error, step, handle, giveUp } = useReorder(claim, items)
  const movable = !disabled && items.length > 1
  return (
    <>
      <ul ref={list} aria-label={label} className={`flex flex-col gap-3 ${className}`}>
        {items.map((item, index) => (
          <li
            key={item.id}
            className={`relative ${drag?.id === item.id ? 'opacity-50' : ''}`}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && drag) return giveUp()
              const up = event.key === 'ArrowUp'
              if (!movable || !event.altKey || (!up && event.key !== 'ArrowDown')) return
              event.preventDefault()
              event.stopPropagation()
              step(item.id, up ? -1 : 1)
            }}
          >
            {drag && drag.nth === index && <DropLine place="-top-2" />}
            {drag && drag.nth === items.length && index === items.length - 1 && (
              <DropLine place="-bottom-2" />
            )}
            <div className="flex items-start gap-1">
              {movable && (
                <button
                  type="button"
                  {...handle(item.id)}
                  aria-label={`Move ${item.title}, ${index + 1} of ${items.length}`}
                  aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                  title="Drag, or press ↑ or ↓"
                  className="-ms-2 flex min-h-9 w-6 shrink-0 cursor-grab touch-none items-center justify-center text-ink-soft hover:text-ink active:cursor-grabbing pointer-coarse:min-h-11 pointer-coarse:w-8"
                  onKeyDown={(event) => {
                    const up = event.key === 'ArrowUp'
                    if (event.altKey || (!up && event.key !== 'ArrowDown')) return
                    event.preventDefault()
                    step(item.id, up ? -1 : 1)
                  }}
                >
                  <GripVertical aria-hidden="true" className="size-4" />
                </button>
              )}
              <div className="min-w-0 flex-1">{row(item)}</div>
            </div>
          </li>
        ))}
      </ul>
      <FormError message={error?.message} />
    </>
  )
}

function DropLine({ place }: { place: string }) {
  return <span aria-hidden="true" className={`absolute inset-x-0 ${place} h-0.5 bg-accent`} />
}
