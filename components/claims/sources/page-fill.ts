import { z } from 'zod'
import { appearanceKindSchema, evidenceKindSchema } from '@/claims/words-of-the-trade'
import type { EvidenceForm, OutsideForm } from '@/components/claims/form-shapes'

/** What the server answers about a page (claims/sources/read-page.ts). */
export const pageReadSchema = z.object({
  url: z.string(),
  title: z.string(),
  publisher: z.string(),
  author: z.string(),
  publishedOn: z.string().nullable(),
  language: z.string(),
  canonicalUrl: z.string().nullable(),
  description: z.string(),
  kind: evidenceKindSchema.nullable(),
  appearanceKind: appearanceKindSchema.nullable(),
})
export type PageRead = z.infer<typeof pageReadSchema>

/** Which of a form's fields a page fills: those that are empty, and a kind that nobody has chosen yet. */
export type Fill<Form> = (form: Form, page: PageRead) => Partial<Form>

export function fillSource(chosenKind: boolean): Fill<EvidenceForm> {
  return (form, page) => ({
    ...(form.title.trim() === '' && page.title ? { title: page.title } : {}),
    ...(form.publisher.trim() === '' && page.publisher ? { publisher: publisherOf(page) } : {}),
    ...(form.publishedOn === '' && page.publishedOn ? { publishedOn: page.publishedOn } : {}),
    ...(!chosenKind && page.kind && page.kind !== form.kind ? { kind: page.kind } : {}),
  })
}

export function fillAppearance(chosenKind: boolean): Fill<OutsideForm> {
  return (form, page) => ({
    ...(form.title.trim() === '' && page.title ? { title: page.title } : {}),
    ...(form.on === '' && page.publishedOn ? { on: page.publishedOn } : {}),
    ...(!chosenKind && page.appearanceKind && page.appearanceKind !== form.kind
      ? { kind: page.appearanceKind }
      : {}),
  })
}

/** Who stands behind a post is who wrote it, and not the platform. */
function publisherOf({ kind, author, publisher }: PageRead): string {
  return kind === 'post' && author ? author.slice(0, 200) : publisher
}

/** The form without what was filled in; what was typed over since stays. */
export function unfilled<Form extends object>(form: Form, filled: Partial<Form>, before: Form): Form {
  const back: Partial<Form> = {}
  for (const name of keysOf(filled)) if (form[name] === filled[name]) back[name] = before[name]
  return { ...form, ...back }
}

function keysOf<Value extends object>(value: Value): (keyof Value)[] {
  return Object.keys(value).filter((key): key is string & keyof Value => key in value)
}

const NAMES: Record<string, string> = {
  title: 'title',
  publisher: 'publisher',
  publishedOn: 'date',
  on: 'date',
  kind: 'kind',
}

/** A sentence about what a page filled in and what else it says of itself. */
export function tellFilled(filled: object, page: PageRead): string {
  const names = Object.keys(filled).map((name) => NAMES[name] ?? name)
  const what =
    names.length > 0 ? `Filled in from the page: ${names.join(', ')}.` : 'Nothing was left to fill in.'
  const more = [page.author && `by ${page.author}`, page.language && `in ${languageName(page.language)}`]
  const says = more.filter(Boolean).join(', ')
  return says ? `${what} The page is ${says}.` : what
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag // no language tag after all
  }
}

/** What was pasted, where it is one whole web address; null for anything else. */
export function pastedAddress(text: string): string | null {
  const pasted = text.trim()
  return /^https?:\/\/[^\s]+$/i.test(pasted) && URL.canParse(pasted) ? pasted : null
}
