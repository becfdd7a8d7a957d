// Longer than most files: one editing session from the first key to the last, which nothing else may come between.
import { useRef, useState } from 'react'
import type { Corrections } from '@/components/claims/correct/corrections'
import { newRequestId } from '@/components/claims/request-id'
import { splitPlace } from '@/components/transcripts/correct/split-place'
import { TurnEditor } from '@/components/transcripts/correct/turn-editor'
import { caretAt, charactersIn, type Selected } from '@/components/transcripts/selected-words'
import type { TranscriptController } from '@/components/transcripts/transcript-controller'
import { type ShownTurn, showText } from '@/components/transcripts/turn-row'
import { toastDone } from '@/components/ui/toaster.island'
import type { Step } from '@/transcripts/correction-schema'
import { formatTimestamp } from '@/transcripts/timestamp'
import { wordAt } from '@/transcripts/words'

type World = {
  transcript: TranscriptController | null
  corrections: Corrections
  /** Does a step and shows it, or shows why not. */
  perform: (step: Step) => Promise<boolean>
  /** What was given up is kept for this turn until it is saved again. */
  keepGivenUp: (turnId: string, text: string) => void
  say: (message: string) => void
}

/** Typing into one turn at a time, cutting it and joining it, with everything that ends the typing. */
export function useTurnEditing(given: World) {
  const world = useRef(given)
  world.current = given
  const current = useRef<TurnEditor | null>(null)
  const [editingId, setEditingId] = useState<string | null>(null)

  /** Shows what stands in a turn: typed words where they are not saved, else the server's. */
  function sync(turnId: string): void {
    const { transcript, corrections } = world.current
    const at = transcript?.page.words.indexOf(turnId) ?? -1
    const [paragraph, turn] = [transcript?.page.paragraphs[at], transcript?.page.words.turns[at]]
    if (!paragraph || !turn) return
    const draft = corrections.draft(turnId)
    delete paragraph.dataset.typed
    if (current.current?.paragraph !== paragraph) showText(paragraph, draft?.text ?? turn.text)
    else if (!draft && current.current.stored !== turn.text) {
      showText(paragraph, turn.text)
      world.current.say('The words of this turn were changed.')
    }
    if (paragraph.textContent !== turn.text) paragraph.dataset.typed = ''
  }

  function edit(turnId: string, from = 0, to = from): void {
    const { transcript, say } = world.current
    const at = transcript?.page.words.indexOf(turnId) ?? -1
    const [paragraph, turn] = [transcript?.page.paragraphs[at], transcript?.page.words.turns[at]]
    if (!transcript || !paragraph || !turn) return
    if (current.current?.turnId !== turnId) {
      leave()
      transcript.select(null)
      const editor = new TurnEditor(paragraph, labelOf(turn), {
        input: () => typed(editor),
        save: (stay) => (stay ? void save() : leave({ back: true })),
        giveUp,
        split: () => void split(),
        mergeBefore: () => void merge(-1),
        mergeAfter: () => void merge(1),
      })
      current.current = editor
      document.addEventListener('focusout', leaveUnlessInside)
      setEditingId(turnId)
    }
    current.current?.focus(from, to)
    transcript.reveal({ turn: at, word: Math.max(0, wordAt(transcript.page.words.spans(at), from)) })
    say(`${labelOf(turn)}, edited. Control Enter saves, Escape gives up.`)
  }

  /** Begins at the words that are selected, or at the word the caret is on. */
  function editSelected(selected: Selected | null) {
    const { transcript, say } = world.current
    if (!transcript || !selected) return say('Go to a word of the turn first.')
    const { words } = transcript.page
    const turn = words.turns[selected.focus.turn]
    const characters = charactersIn(words, selected, selected.focus.turn)
    if (turn) edit(turn.id, characters?.start, selected.marked ? characters?.end : characters?.start)
  }

  function typed(editor: TurnEditor): void {
    world.current.corrections.type(editor.turnId, editor.text)
    const { transcript } = world.current
    const saved = transcript?.page.words.turns[transcript.page.words.indexOf(editor.turnId)]?.text
    editor.paragraph.toggleAttribute('data-typed', editor.text !== saved)
  }

  /** Ends the typing and saves. `back` leads to the transcript, with the caret on the word that was edited. */
  function leave({ back = false } = {}): void {
    const editor = current.current
    if (!editor) return
    const caret = editor.caret()
    current.current = null
    document.removeEventListener('focusout', leaveUnlessInside)
    editor.close()
    setEditingId(null)
    const { transcript, corrections } = world.current
    if (corrections.draft(editor.turnId)) void corrections.save(editor.turnId).then(() => sync(editor.turnId))
    sync(editor.turnId)
    if (!back || !transcript) return
    const turn = transcript.page.words.indexOf(editor.turnId)
    const word = wordAt(transcript.page.words.spans(turn), caret)
    if (turn >= 0) transcript.select(caretAt({ turn, word: Math.max(0, word) }), 'keys')
    transcript.focus()
  }

  /** Bound once: React gives every drawing another function, and this one is taken off again. */
  const [leaveUnlessInside] = useState(() => () => {
    setTimeout(() => {
      const editor = current.current
      // Another window has the focus: the typing goes on when this one has it again.
      if (!editor || !document.hasFocus()) return world.current.corrections.keepAll()
      const tools = editor.paragraph.nextElementSibling
      const inside = [editor.paragraph, tools].some(
        (one) => one?.contains(document.activeElement) && (one === editor.paragraph || isTools(one)),
      )
      if (!inside) latest.current.leave()
    })
  })

  async function save(): Promise<boolean> {
    const editor = current.current
    if (!editor) return false
    const saved = await world.current.corrections.save(editor.turnId)
    sync(editor.turnId)
    return saved
  }

  function giveUp(): void {
    const editor = current.current
    if (!editor) return
    const { turnId, text, paragraph } = editor
    const given = world.current.corrections.giveUp(turnId)
    if (given !== null) {
      world.current.keepGivenUp(turnId, text)
      toastDone('Changes to this turn given up', { undo: () => bringBack(turnId, text) })
    }
    delete paragraph.dataset.typed
    leave({ back: true })
  }

  function bringBack(turnId: string, text: string): void {
    leave()
    world.current.corrections.type(turnId, text)
    sync(turnId)
    edit(turnId, text.length)
  }

  async function split() {
    const editor = current.current
    if (!editor) return
    const { say, perform } = world.current
    const beforeWord = splitPlace(editor.text, editor.caret())
    if (beforeWord === null) return say('Put the caret between two words to cut the turn there.')
    const newTurnId = newRequestId()
    const caret = editor.caret()
    editor.hold()
    editor.tidy()
    const done =
      (await save()) &&
      (await perform({ kind: 'split', turnId: editor.turnId, seen: editor.stored, beforeWord, newTurnId }))
    goOn(editor, done ? { turnId: newTurnId, at: 0 } : { turnId: editor.turnId, at: caret })
  }

  /** Joins the turn with the one before, or the one after with this. */
  async function merge(way: -1 | 1) {
    const editor = current.current
    const { transcript, corrections, perform, say } = world.current
    if (!editor || !transcript) return
    const { words } = transcript.page
    const at = words.indexOf(editor.turnId)
    const other = words.turns[at + way]
    if (!other) return say(way < 0 ? 'This is the first turn.' : 'This is the last turn.')
    if (corrections.standing(other.id) !== 'accepted')
      return say('The words of the other turn are not saved yet. Save them first.')
    const caret = editor.caret()
    editor.hold()
    editor.tidy()
    const joint = way < 0 ? other.text.length + 1 : editor.stored.length + 1
    const [kept, gone] = way < 0 ? [other.id, editor.turnId] : [editor.turnId, other.id]
    const done =
      (await save()) &&
      (await perform({ kind: 'merge', turnId: gone, seen: way < 0 ? editor.stored : other.text }))
    goOn(editor, done ? { turnId: kept, at: joint } : { turnId: editor.turnId, at: caret })
  }

  /** After a step under the caret: the typing goes on where it belongs now, with what was typed meanwhile. */
  function goOn(editor: TurnEditor, place: { turnId: string; at: number }): void {
    const held = editor.release()
    // The editor went elsewhere meanwhile, and typed nothing that would be lost.
    if (current.current !== editor && editor.paragraph.isConnected && held === '') return
    edit(place.turnId, place.at)
    current.current?.insert(held)
  }

  const latest = useRef({ leave })
  latest.current = { leave }

  return {
    editingId,
    editor: current,
    sync,
    edit,
    editSelected,
    leave,
    save,
    giveUp,
    bringBack,
    split,
    merge,
  }
}

function isTools(element: Element | null | undefined): boolean {
  return element instanceof HTMLElement && element.dataset.turnTools !== undefined
}

function labelOf({ speaker, startMs }: ShownTurn): string {
  const whose = speaker ? `Words of ${speaker}` : 'Words of this turn'
  return startMs === null ? whose : `${whose}, ${formatTimestamp(startMs)}`
}
