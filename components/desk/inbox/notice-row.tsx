import {
  AtSign,
  CalendarCheck,
  CalendarClock,
  MailOpen,
  Megaphone,
  MessageSquare,
  MessagesSquare,
  Undo2,
  UserCheck,
} from 'lucide-react'
import type { NoticeView } from '@/claims/inbox/views'
import type { NoticeKind } from '@/claims/words-of-the-trade'
import { Button } from '@/components/ui/button'

const ICONS: Record<NoticeKind, typeof AtSign> = {
  assigned: UserCheck,
  mentioned: AtSign,
  replied: MessageSquare,
  handedBack: Undo2,
  deadline: CalendarClock,
  talk: MessagesSquare,
  reported: Megaphone,
  planned: CalendarCheck,
}

type Props = { notice: NoticeView; read: boolean; timeZone: string; onMark: (read: boolean) => void }

/** A line of the inbox. Unread is said by word and weight, never by colour alone. */
export function NoticeRow({ notice, read, timeZone, onMark }: Props) {
  const Icon = ICONS[notice.kind]
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(new Date(notice.at))
  return (
    <li
      className={`relative flex items-start gap-3 border-b border-rule py-3 ps-3 focus-within:bg-surface hover:bg-surface ${read ? 'border-s-3 border-s-transparent' : 'border-s-3 border-s-accent'}`}
    >
      <Icon
        aria-hidden="true"
        className={`mt-0.5 size-4.5 shrink-0 ${read ? 'text-ink-soft' : 'text-accent'}`}
      />
      <div className="min-w-0 flex-1">
        {/* A plain link: it marks as read on its way, so it must not be fetched ahead. */}
        <a
          href={notice.href}
          data-notice={notice.id}
          className={`after:absolute after:inset-0 hover:underline ${read ? 'text-ink' : 'font-semibold text-ink'}`}
        >
          {!read && <span className="sr-only">Unread: </span>}
          {notice.sentence}
        </a>
        {notice.text && (
          <p className="line-clamp-2 text-sm break-words text-ink" dir="auto">
            {notice.text}
          </p>
        )}
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
          <time dateTime={notice.at}>{time}</time>
          {notice.title && (
            <span className="line-clamp-1 font-serif" dir="auto">
              {notice.title}
            </span>
          )}
        </p>
      </div>
      <Button
        variant="quiet"
        className="relative z-10 px-2 font-normal"
        aria-label={`${read ? 'Mark as unread' : 'Mark as read'}: ${notice.sentence}`}
        title={read ? 'Mark as unread (E)' : 'Mark as read (E)'}
        onClick={() => onMark(!read)}
      >
        <MailOpen aria-hidden="true" className="size-4.5" />
        <span className="max-sm:sr-only">{read ? 'Mark unread' : 'Mark read'}</span>
      </Button>
    </li>
  )
}
