'use client'
// Longer than most files: the one place where transcript, claims and server meet; what can be decided apart stands beside it.
import { ListChecks } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DeskActions } from '@/claims/desk-actions'
import type { ClaimView, DeskView } from '@/claims/views'
import { ClaimChooser } from '@/components/claims/claim-chooser'
import { claimsOn, markChapters, markClaims, markNotes, placeOf } from '@/components/claims/claim-marks'
import { orderClaims } from '@/components/claims/claim-order'
import { isCorrectCommand, runCorrectCommand } from '@/components/claims/correct/correct-commands'
import { CorrectParts } from '@/components/claims/correct/correct-parts'
import { useCorrections } from '@/components/claims/correct/use-corrections'
import { type Desk, type DeskMode, DeskProvider, type PanelPlace } from '@/components/claims/desk-context'
import { DeskPanel } from '@/components/claims/desk-panel'
import { FlagBar } from '@/components/claims/flag-bar'
import { PresenceProvider } from '@/components/claims/live/presence'
import { useLive } from '@/components/claims/live/use-live'
import { kindOf } from '@/components/claims/outbox/act-kinds'
import type { KeptAct } from '@/components/claims/outbox/kept-act'
import { claimName } from '@/components/claims/outbox/provisional-claim'
import { outboxState } from '@/components/claims/outbox/save-status'
import { actionsOfPage } from '@/components/claims/own-page'
import { SaveLine } from '@/components/claims/save-line'
import { claimIn } from '@/components/claims/send'
import { SpeakerDialog, type TurnRun } from '@/components/claims/speaker-dialog'
import { spokenSelection } from '@/components/claims/spoken-selection'
import { COMMENT_PARAMETER } from '@/components/claims/talk/comment-address'
import { transcriptActs } from '@/components/claims/transcript-acts'
import { goToAddress, useAddress } from '@/components/claims/use-address'
import { useDeskStore } from '@/components/claims/use-desk-store'
import { useFlag } from '@/components/claims/use-flag'
import { flaggedAs } from '@/components/claims/use-flag-said'
import { useListening } from '@/components/claims/use-listening'
import { useTranscript } from '@/components/claims/use-transcript'
import { WorkspaceBar } from '@/components/claims/workspace-bar'
import { useActs, useKeyGroups, useRegistry } from '@/components/desk/acts/acts.island'
import type { PlayedRecording } from '@/components/transcripts/player/recording-played'
import {
  bounds,
  caretAt,
  type Selected,
  selectedText,
  toWordSelection,
} from '@/components/transcripts/selected-words'
import { KEY_GROUPS, type TranscriptCommand } from '@/components/transcripts/transcript-keys'
import { TranscriptOpening } from '@/components/transcripts/transcript-opening'
import type { WordPoint } from '@/components/transcripts/word-cursor'
import { Button } from '@/components/ui/button'
import { toastDone, toastRefused } from '@/components/ui/toaster.island'
import type { Embed } from '@/transcripts/embed'

type Props = {
  view: DeskView
  memberId: string
  actions: DeskActions
  recording: PlayedRecording | null
  embed: Embed | null
  /** The transcript's place. */
  children: ReactNode
}

/**
 * The workspace of one interview: joins the transcript in the page, the claims beside it and the server. Long, because
 * it is the one place where these three meet; everything that can be decided apart stands in files of its own.
 */
export function Workspace({ view, memberId, actions: given, recording, embed, children }: Props) {
  // The page read anew brings the same actions as another object, which must not start the saving anew.
  const [server] = useState(() => actionsOfPage(given, memberId))
  const desk = useDeskStore({ view, memberId, server, onLate: doneLate })
  const { state, saver, outbox, actions, store, claimOf, accept } = desk
  const [place, setPlace] = useState<PanelPlace>({ kind: 'list' })
  const [mode, setMode] = useState<DeskMode>({ kind: 'none' })
  const [sheet, setSheet] = useState(false)
  const [noteTurnId, setNoteTurn] = useState<string | null>(null)
  const [chapterTurnId, setChapterTurn] = useState<string | null>(null)
  const [choosing, setChoosing] = useState<readonly ClaimView[]>([])
  const [spoken, setSpoken] = useState('')
  /** Where the focus shall go; null left means where the panel begins. */
  const [focusWish, setFocusWish] = useState<{ left: string | null } | null>(null)
  const [speakerFor, setSpeakerFor] = useState<TurnRun | null>(null)
  const [moving, setMoving] = useState(false)
  const before = useRef<Selected | null>(null)
  const sheetArrives = useRef(false)

  // The same sentence twice is still said twice.
  const say = useCallback(
    (message: string) => setSpoken((last) => (last === message ? `${message}\u00a0` : message)),
    [],
  )

  const { transcript, selected, changes, opening, openAgain, reread } = useTranscript(
    {
      selected(next, how) {
        if (next?.marked && flagging.refusal && !moving) flagging.giveUp()
        if (how === 'keys' && transcript) {
          const on = next ? claimsOn(transcript.page.words, state.claims, next.focus) : []
          say(
            spokenSelection(
              transcript.page.words,
              before.current,
              next,
              on.map((claim) => claim.number),
            ),
          )
        }
        before.current = next
      },
      command: onCommand,
      word: onWord,
      seek: (ms) => listening.playFrom(ms),
      opens: (point) =>
        transcript !== null && claimsOn(transcript.page.words, state.claims, point).length > 0,
    },
    {
      interviewId: view.interviewId,
      revision: view.revision,
      playable: recording !== null || embed !== null,
    },
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: turns that came or went have other places
  const claims = useMemo(
    () => (transcript ? orderClaims(desk.claims, transcript.page.words.indexOf) : desk.claims),
    [desk.claims, transcript, changes],
  )
  const correct = useCorrections({
    interviewId: view.interviewId,
    actions,
    store,
    transcript,
    turnsMoment: changes,
    reread,
    revision: () => state.revision,
    acceptChanges: desk.acceptChanges,
    acceptCorrection: desk.acceptCorrection,
    say,
  })

  const background = state.background.filter(({ kind }) => kind === 'background')
  const chapters = state.background.filter(({ kind }) => kind === 'chapter')

  const openId = place.kind === 'claim' ? place.claimId : null

  const { show } = useRegistry()
  useKeyGroups(KEY_GROUPS)
  useActs([{ id: 'save', label: 'Save now', group: 'Everywhere', keys: ['Mod+s'], run: saveNow }])
  useActs(transcriptActs(onCommand, recording !== null || embed !== null))
  useActs([
    {
      id: 'talk.interview',
      label: 'Talk about the interview',
      group: 'Talk',
      keys: ['Alt+t'],
      also: 'comment mention thread',
      run: () => go({ kind: 'talk' }, { focus: true, sheet: true }),
    },
  ])

  const flagging = useFlag({
    interviewId: view.interviewId,
    transcript,
    flagClaim: actions.flagClaim,
    onFlagged(claim) {
      accept(claim)
      // Other words may have been selected while the server thought.
      if (selected && transcript?.selected === selected) transcript.select(caretAt(selected.focus), 'keys')
      say(`Flagged as claim ${claim.number}.`)
      // The transcript keeps the focus: the next claim may follow at once.
      go({ kind: 'claim', claimId: claim.id })
      transcript?.focus()
    },
    onKept(claimId, reason) {
      if (selected && transcript?.selected === selected) transcript.select(caretAt(selected.focus), 'keys')
      say(`Not flagged yet. ${reason}`)
      go({ kind: 'claim', claimId })
      transcript?.focus()
    },
    onRefused: (reason) => say(`Not flagged. ${reason}`),
  })

  const listening = useListening({
    view,
    recording,
    embed,
    store,
    transcript,
    changes,
    claims,
    actions,
    accept,
    say,
    showClaim(claim) {
      const at = transcript && placeOf(transcript.page.words, claim)
      if (at) {
        transcript.select(caretAt(at.anchor))
        transcript.reveal(at.anchor, true)
      }
      go({ kind: 'claim', claimId: claim.id })
    },
  })

  const connection = useLive({
    interviewId: view.interviewId,
    revision: state.revision,
    onChanges: (changed) => {
      desk.acceptChanges(changed)
      correct.acceptTurns(changed.turns, changed.revision)
    },
    onReached: () => {
      desk.reached()
      correct.corrections.reached()
    },
    urgent: [saver.state(), correct.corrections.state(), outboxState(desk.outbox)].some(
      ({ kind }) => kind === 'offline' || kind === 'signedOut',
    ),
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: turns that changed lose their marks
  useEffect(() => {
    if (!transcript) return
    markClaims(transcript.page, claims, view.verdicts, openId)
  }, [transcript, claims, view.verdicts, openId, changes])

  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => {
    if (!transcript) return
    markNotes(transcript.page, new Set(background.map((note) => note.turnId)))
    markChapters(transcript.page, new Map(chapters.map(({ turnId, title }) => [turnId, title])))
  }, [transcript, state.background, changes])

  useEffect(() => {
    transcript?.page.root.classList.toggle('picking', mode.kind === 'turn')
  }, [transcript, mode])

  // A note or a chapter that an earlier page left unsent, or that the outbox gave back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when something was given back
  useEffect(() => {
    const left = (kind: 'note' | 'chapter') =>
      store
        .names(`form:${view.interviewId}:${kind}:`)
        .map((name) => name.split(':').at(-1) ?? '')
        .find((id) => !view.background.some((note) => note.id === id))
    const [note, chapter] = [left('note'), left('chapter')]
    if (note) setNoteTurn(note)
    if (chapter) setChapterTurn(chapter)
  }, [store, view, outbox.returned])

  // Asked for together with what shall be shown, done once that is drawn: a frame may come before React has drawn it.
  useEffect(() => {
    if (focusWish) focusInPanel(focusWish.left)
  }, [focusWish])
  const focusPanel = (left: string | null) => setFocusWish({ left })

  // A sheet that the page begins with can take the focus only once it is drawn.
  useEffect(() => {
    if (sheet && sheetArrives.current) setFocusWish({ left: null })
    sheetArrives.current = false
  }, [sheet])

  // A comment about the interview itself, to which the inbox leads; one about a claim is found by the claim's own part.
  useEffect(() => {
    if (location.hash !== '' || !new URL(location.href).searchParams.has(COMMENT_PARAMETER)) return
    setPlace({ kind: 'talk' })
    setSheet(!matchMedia('(min-width: 64rem)').matches)
  }, [])

  useAddress((number, arriving) => {
    const named = state.claims.find((claim) => claim.number === number)
    if (named && named.id !== openId) {
      setPlace({ kind: 'claim', claimId: named.id })
      const over = !matchMedia('(min-width: 64rem)').matches
      if (over) setSheet(true)
      if (!arriving) focusPanel(null)
      else sheetArrives.current = over
    } else if (number === null && openId) {
      setPlace({ kind: 'list' })
      focusPanel(openId)
    } else if (number !== null && !named) say(`There is no claim ${number} here.`)
  })

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && mode.kind !== 'none') giveUpMode()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })

  function saveNow() {
    void saver.flush()
  }

  function go(next: PanelPlace, { focus = false, sheet: open }: { focus?: boolean; sheet?: boolean } = {}) {
    const left = openId
    setPlace(next)
    // Beside the transcript the panel is always there; only over it is it a sheet.
    if (open !== undefined) setSheet(open && !matchMedia('(min-width: 64rem)').matches)
    const claim = next.kind === 'claim' ? claimOf(next.claimId) : undefined
    goToAddress(claim)
    if (focus) focusPanel(next.kind === 'list' ? left : null)
  }

  function open(claim: ClaimView) {
    setChoosing([])
    go({ kind: 'claim', claimId: claim.id }, { focus: true, sheet: true })
  }

  function closeChooser() {
    setChoosing([])
    requestAnimationFrame(() => transcript?.focus())
  }

  function openAt(point: WordPoint) {
    if (!transcript) return
    const found = claimsOn(transcript.page.words, state.claims, point)
    const only = found[0]
    if (found.length > 1) setChoosing(found)
    else if (only) open(only)
    else say('No claim stands on this word.')
  }

  /** A claim sits on stored words: what was typed and is not saved yet cannot be flagged. */
  function flagSelected() {
    if (!selected || !transcript) return
    const { first, last } = bounds(selected)
    const turns = transcript.page.words.turns.slice(first.turn, last.turn + 1)
    if (turns.every(({ id }) => correct.corrections.standing(id) === 'accepted'))
      return void flagging.flag(selected)
    const message = 'Not flagged: words that were typed here are not saved yet. Save them first.'
    say(message)
    toastRefused(message)
  }

  function pickTurn(point: WordPoint) {
    const turnId = transcript?.page.words.turns[point.turn]?.id
    const claim = mode.kind === 'turn' ? claimOf(mode.claimId) : undefined
    if (!claim || !turnId) return
    saver.edit(claim, 'challengeTurnId', turnId)
    void saver.flush()
    setMode({ kind: 'none' })
    transcript?.select(null)
    say('Turn of the reply chosen.')
    go({ kind: 'claim', claimId: claim.id }, { focus: true, sheet: true })
  }

  /** Something waited in the outbox and is done now: nobody stands beside it any more. */
  function doneLate(act: KeptAct, value: unknown) {
    const claim = claimIn(value)
    const done = act.act === 'flagClaim' && claim ? flaggedAs(claim) : `Saved: ${kindOf(act.act)?.title}`
    say(`${done}.`)
    toastDone(done)
    // Its number is known now.
    if (claim && openId === claim.id) goToAddress(claim)
  }

  async function moveHere() {
    const claim = mode.kind === 'anchor' ? claimOf(mode.claimId) : undefined
    const selection = transcript && selected?.marked ? toWordSelection(transcript.page.words, selected) : null
    if (!claim || !selection) return
    const seen = transcript && selected ? selectedText(transcript.page.words, selected) : undefined
    setMoving(true)
    const { id: claimId, version } = claim
    const result = await actions.reanchorClaim({ claimId, version, selection, seen })
    setMoving(false)
    if (!result.ok) {
      toastRefused(result.error.message)
      return
    }
    accept(result.value)
    setMode({ kind: 'none' })
    transcript?.select(null)
    say(`Claim ${claim.number} moved.`)
    go({ kind: 'claim', claimId: claim.id }, { focus: true, sheet: true })
  }

  function writeNote() {
    const turn = selected && transcript?.page.words.turns[selected.focus.turn]
    if (!turn) return
    setNoteTurn(turn.id)
    go({ kind: 'background' }, { sheet: true })
  }

  function beginChapter() {
    const turn = selected && transcript?.page.words.turns[selected.focus.turn]
    if (!turn) return say('Go to a word of the turn first.')
    setChapterTurn(turn.id)
    go({ kind: 'background' }, { sheet: true })
  }

  function askSpeaker() {
    if (!selected || !transcript) return say('Go to a word of the turn first.')
    const { first, last } = bounds(selected)
    const { turns } = transcript.page.words
    const [from, to] = [turns[first.turn], turns[last.turn]]
    if (from && to)
      setSpeakerFor({ firstTurnId: from.id, lastTurnId: to.id, count: last.turn - first.turn + 1 })
  }

  function closeSpeaker() {
    setSpeakerFor(null)
    requestAnimationFrame(() => transcript?.focus())
  }

  function onSpeakerSet(name: string | null, { count }: TurnRun) {
    closeSpeaker()
    const turns = count === 1 ? '1 turn is' : `${count} turns are`
    const message = name === null ? `${turns} now without a speaker.` : `${turns} now ${possessive(name)}.`
    say(message)
  }

  function giveUpMode() {
    const claimId = mode.kind === 'none' ? null : mode.claimId
    setMode({ kind: 'none' })
    if (claimId) go({ kind: 'claim', claimId }, { focus: true, sheet: true })
  }

  function onCommand(command: Exclude<TranscriptCommand['kind'], 'move' | 'clear' | 'sentence'>) {
    if (isCorrectCommand(command)) {
      if (mode.kind === 'none') runCorrectCommand(command, { correct, transcript, selected, say })
      return
    }
    switch (command) {
      case 'flag':
        if (mode.kind === 'turn') return selected ? pickTurn(selected.focus) : undefined
        if (mode.kind === 'anchor') return void moveHere()
        if (selected?.marked) return flagSelected()
        return say('Select words first: hold Shift and move, or press S for the sentence.')
      case 'note':
        return writeNote()
      case 'chapter':
        return beginChapter()
      case 'speaker':
        return askSpeaker()
      case 'open':
        return selected ? openAt(selected.focus) : undefined
      case 'help':
        return show('keys')
      case 'playHere':
        return selected ? void listening.playFromWord(selected.focus) : undefined
      case 'playPause':
      case 'back':
      case 'on':
      case 'slower':
      case 'faster':
      case 'flagSaid':
      case 'nextClaim':
      case 'previousClaim':
        return listening.act(command)
    }
  }

  function onWord(point: WordPoint, at: { alt: boolean }) {
    if (mode.kind === 'turn') return pickTurn(point)
    if (at.alt) return void listening.playFromWord(point)
    if (mode.kind !== 'none') return
    if (transcript && claimsOn(transcript.page.words, state.claims, point).length > 0) openAt(point)
    else listening.clicked(point)
  }

  const shared: Desk = {
    view,
    claims,
    background,
    chapters,
    revision: state.revision,
    openThreads: state.openThreads,
    memberId,
    looks: state.looks,
    acceptLook: desk.acceptLook,
    participants: state.participants,
    actions,
    saver,
    outbox,
    store,
    claimOf,
    accept,
    acceptNote: desk.acceptNote,
    forgetNote: desk.forgetNote,
    place,
    go,
    mode,
    setMode,
    noteTurnId,
    setNoteTurn,
    chapterTurnId,
    setChapterTurn,
    transcript,
    correct,
    connection,
    selected,
    show(claim) {
      const at = transcript && placeOf(transcript.page.words, claim)
      if (!at) return
      setSheet(false)
      transcript.select(caretAt(at.anchor))
      transcript.reveal(at.anchor, true)
      transcript.focus()
    },
    showTurn(turnId) {
      const turn = transcript?.page.words.indexOf(turnId) ?? -1
      if (!transcript || turn < 0) return
      setSheet(false)
      transcript.select(caretAt({ turn, word: 0 }), 'keys')
      transcript.reveal({ turn, word: 0 }, true)
      transcript.focus()
    },
    play: recording || embed ? listening.playFrom : null,
    moments: {
      selected: async () => (selected ? listening.startOf(bounds(selected).first) : null),
      playhead: async () => (recording ? Math.round(listening.control.nowMs()) : null),
    },
    say,
  }

  return (
    <DeskProvider value={shared}>
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_27rem]">
        <div className="min-w-0 pb-40 max-lg:pb-48">
          <WorkspaceBar
            listening={listening}
            recording={recording}
            selected={selected}
            openId={openId}
            onKeys={() => show('keys')}
            onOpen={(claim) => go({ kind: 'claim', claimId: claim.id }, { sheet: true })}
          />
          <TranscriptOpening opening={opening} onRetry={openAgain} />
          {children}
        </div>
        <PresenceProvider interviewId={view.interviewId} memberId={memberId} claimId={openId}>
          <DeskPanel
            sheet={sheet}
            onClose={() => {
              setSheet(false)
              document.getElementById('open-sheet')?.focus()
            }}
          />
        </PresenceProvider>
      </div>
      <div className="fixed inset-x-0 bottom-0 z-20 border-t border-rule bg-paper p-2 lg:hidden">
        <Button
          id="open-sheet"
          className="w-full"
          aria-expanded={sheet}
          aria-controls="desk-panel"
          onClick={() => go(place, { focus: true, sheet: true })}
        >
          <ListChecks aria-hidden="true" className="size-4" />
          {openId
            ? claimName(claimOf(openId))
            : `Claims (${claims.filter((claim) => claim.status !== 'dropped').length})`}
        </Button>
        {(saver.state().kind !== 'saved' || outbox.count() > 0) && !sheet && (
          <div className="mt-1">
            <SaveLine />
          </div>
        )}
      </div>
      {!(sheet && mode.kind === 'none') && (
        <FlagBar
          busy={flagging.busy || moving}
          refusal={flagging.refusal}
          onFlag={flagSelected}
          onNote={writeNote}
          onChapter={beginChapter}
          onSpeaker={askSpeaker}
          onMove={moveHere}
          onClear={() => {
            flagging.giveUp()
            transcript?.select(null)
            transcript?.focus()
          }}
          onGiveUpMode={giveUpMode}
        />
      )}
      <ClaimChooser claims={choosing} onChoose={open} onClose={closeChooser} />
      <SpeakerDialog run={speakerFor} onClose={closeSpeaker} onSet={onSpeakerSet} />
      <CorrectParts onSpeaker={setSpeakerFor} />
      {transcript && <span hidden data-testid="workspace-ready" />}
      <p aria-live="polite" className="sr-only" data-testid="spoken">
        {spoken}
      </p>
      {desk.restored > 0 && <RestoredLine count={desk.restored} />}
    </DeskProvider>
  )
}

/** Puts the focus where the panel begins, or on the row of the claim that was left. */
function focusInPanel(left: string | null): void {
  const panel = document.getElementById('desk-panel')
  const row = left ? panel?.querySelector<HTMLElement>(`[data-claim-row="${left}"]`) : null
  if (!row && panel) panel.scrollTop = 0
  const start = panel?.querySelector<HTMLElement>('[data-panel-heading], select, button[data-opens]')
  const target = row ?? start
  target?.focus()
}

function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`
}

/** Said once, after a reload or a crash: nothing that was typed is gone. */
function RestoredLine({ count }: { count: number }) {
  const [seen, setSeen] = useState(false)
  if (seen) return null
  return (
    <div className="fixed inset-x-2 top-2 z-40 mx-auto flex max-w-xl items-center gap-3 border border-ink bg-paper p-3 text-sm shadow-lg">
      <p role="status" className="flex-1">
        {count === 1 ? 'One text that was' : `${count} texts that were`} not saved last time{' '}
        {count === 1 ? 'is' : 'are'} back and being sent.
      </p>
      <Button onClick={() => setSeen(true)}>Good</Button>
    </div>
  )
}
