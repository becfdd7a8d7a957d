import Link from 'next/link'
import { CheckboxField } from '@/components/ui/checkbox-field'
import { Notice } from '@/components/ui/notice'
import type { EarlierLoad } from '@/transcripts/views'

type Props = {
  earlier: readonly EarlierLoad[]
  again: boolean
  onChange: (again: boolean) => void
  error?: string | undefined
}

/** Asks once whether a file that was loaded before shall be loaded again. */
export function LoadEarlier({ earlier, again, onChange, error }: Props) {
  const [newest] = earlier
  if (!newest) return null
  return (
    <Notice tone="warning" title="This file was loaded before">
      <ul>
        {earlier.map(({ id, title, loadedAt, loadedBy }) => (
          <li key={id}>
            {new Date(loadedAt).toLocaleDateString('en', { dateStyle: 'long' })}
            {loadedBy ? ` by ${loadedBy}` : ''}, as{' '}
            <Link href={`/desk/interviews/${id}`} target="_blank" className="text-link">
              {title}
            </Link>
          </li>
        ))}
      </ul>
      <CheckboxField
        name="loadAgain"
        label="Load it again, as another interview"
        checked={again}
        onChange={(event) => onChange(event.target.checked)}
        error={error}
      />
    </Notice>
  )
}
