import { Ellipsis } from 'lucide-react'
import type { QueueAsk } from '@/components/claims/queue/use-queue'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem, MenuRule } from '@/components/ui/menu.island'

type Props = { label: string; tabIndex: number; onAsk: (ask: QueueAsk) => void }

/** Everything that the keys do, for mouse and thumb. */
export function RowMenu({ label, tabIndex, onAsk }: Props) {
  return (
    <Menu
      trigger={
        <Button variant="quiet" className="self-start px-2" aria-label={label} tabIndex={tabIndex}>
          <Ellipsis aria-hidden="true" className="size-5" />
        </Button>
      }
    >
      <MenuItem onSelect={() => onAsk('mine')}>Assign to me</MenuItem>
      <MenuItem onSelect={() => onAsk('assign')}>Assign to…</MenuItem>
      <MenuItem onSelect={() => onAsk('review')}>Send to review</MenuItem>
      <MenuItem onSelect={() => onAsk('handBack')}>Hand back…</MenuItem>
      <MenuItem onSelect={() => onAsk('move')}>Change status…</MenuItem>
      <MenuRule />
      <MenuItem onSelect={() => onAsk('priority')}>Priority…</MenuItem>
      <MenuItem onSelect={() => onAsk('due')}>Due…</MenuItem>
      <MenuItem onSelect={() => onAsk('topics')}>Topics…</MenuItem>
    </Menu>
  )
}
