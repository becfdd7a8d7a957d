import { normaliseText } from '@/transcripts/words'

export type TurnEditorEvents = {
  /** Something was typed. */
  input: () => void
  /** Control with Enter or S: save, and leave unless `stay`. */
  save: (stay: boolean) => void
  giveUp: () => void
  split: () => void
  mergeBefore: () => void
  mergeAfter: () => void
}

/**
 * One turn's paragraph as a text that is typed into, exactly where it stands: the same element, so that nothing moves,
 * marks follow the words while typing, and no other turn is laid out anew. Plain text only.
 */
export class TurnEditor {
  private readonly stop = new AbortController()
  private held: string | null = null
  private left = 0

  constructor(
    readonly paragraph: HTMLElement,
    label: string,
    private readonly events: TurnEditorEvents,
  ) {
    makeEditable(paragraph)
    paragraph.dataset.editing = ''
    paragraph.setAttribute('role', 'textbox')
    paragraph.setAttribute('aria-multiline', 'true')
    paragraph.setAttribute('aria-label', label)
    paragraph.setAttribute('dir', 'auto')
    paragraph.tabIndex = 0
    const { signal } = this.stop
    paragraph.addEventListener('keydown', (event) => this.onKey(event), { signal })
    paragraph.addEventListener('beforeinput', (event) => this.onBeforeInput(event), { signal })
    paragraph.addEventListener('input', () => this.onInput(), { signal })
    paragraph.addEventListener('blur', () => this.remember(), { signal })
  }

  get turnId(): string {
    return this.paragraph.dataset.turn ?? ''
  }

  /** As it is typed, spaces at the end included. */
  get text(): string {
    return this.paragraph.textContent ?? ''
  }

  /** The same as it would be stored. */
  get stored(): string {
    return normaliseText(this.text)
  }

  /** Puts the focus in, with the characters from one offset to another selected. */
  focus(from: number, to = from): void {
    this.paragraph.focus({ preventScroll: true })
    const node = this.paragraph.firstChild
    const selection = document.getSelection()
    if (node instanceof Text)
      selection?.setBaseAndExtent(
        node,
        Math.min(from, node.data.length),
        node,
        Math.min(to, node.data.length),
      )
    else selection?.setPosition(this.paragraph, 0)
  }

  /** Offset of the caret in `text`; where it was left, while the focus is elsewhere. */
  caret(): number {
    if (document.activeElement === this.paragraph) this.remember()
    return Math.min(this.left, this.text.length)
  }

  /** Shows the text as it would be stored, so that offsets in it are those that the server counts by. */
  tidy(): void {
    if (this.text !== this.stored) this.paragraph.textContent = this.stored
  }

  /** Letters typed from now on wait: the words under them are on their way to the server. */
  hold(): void {
    this.held ??= ''
  }

  /** Ends waiting. @returns what was typed meanwhile. */
  release(): string {
    const held = this.held ?? ''
    this.held = null
    return held
  }

  /** Types a text at the caret, as the keyboard would: the browser's own undo knows of it. */
  insert(text: string): void {
    if (text !== '') document.execCommand('insertText', false, text)
  }

  /** The paragraph is text again. */
  close(): void {
    this.stop.abort()
    for (const name of ['contenteditable', 'role', 'aria-multiline', 'aria-label', 'dir', 'tabindex'])
      this.paragraph.removeAttribute(name)
    delete this.paragraph.dataset.editing
  }

  private remember(): void {
    const selection = document.getSelection()
    if (!selection?.focusNode || !this.paragraph.contains(selection.focusNode)) return
    const range = document.createRange()
    range.setStart(this.paragraph, 0)
    range.setEnd(selection.focusNode, selection.focusOffset)
    this.left = range.toString().length
  }

  private onInput(): void {
    // Marks and word counts look into one text node; joining them leaves the caret where it is.
    if (this.paragraph.childNodes.length > 1) this.paragraph.normalize()
    this.events.input()
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229 || event.altKey) return
    const act = this.meaningOf(event)
    if (!act) return
    event.preventDefault()
    if (event.key === 'Escape') event.stopPropagation()
    if (this.held === null) act()
  }

  private meaningOf(event: KeyboardEvent): (() => void) | null {
    const { events } = this
    const far = event.ctrlKey || event.metaKey
    if (far) {
      if (event.key === 'Enter') return () => events.save(false)
      return event.key.toLowerCase() === 's' && !event.shiftKey ? () => events.save(true) : null
    }
    if (event.key === 'Escape') return events.giveUp
    if (event.key === 'Enter') return events.split
    const bare = document.getSelection()?.isCollapsed ?? true
    if (event.key === 'Backspace' && bare && this.caret() === 0) return events.mergeBefore
    if (event.key === 'Delete' && bare && this.caret() === this.text.length) return events.mergeAfter
    return null
  }

  private onBeforeInput(event: InputEvent): void {
    if (this.held !== null) {
      event.preventDefault()
      if (event.inputType === 'insertText') this.held += event.data ?? ''
      return
    }
    if (event.inputType === 'insertFromPaste' || event.inputType === 'insertFromDrop') {
      const pasted = event.dataTransfer?.getData('text/plain') ?? event.data ?? ''
      event.preventDefault()
      this.insert(pasted.replace(/\s+/gu, ' '))
    } else if (/^(insertParagraph|insertLineBreak|format)/.test(event.inputType)) event.preventDefault()
  }
}

/** Older browsers know only rich text; `onBeforeInput` keeps it plain there too. */
function makeEditable(paragraph: HTMLElement): void {
  try {
    paragraph.contentEditable = 'plaintext-only'
  } catch {
    paragraph.contentEditable = 'true' // the setter throws for a value it does not know
  }
}
