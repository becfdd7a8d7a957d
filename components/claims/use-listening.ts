import { useState } from 'react'
import type { DeskActions } from '@/claims/desk-actions'
import type { ClaimView, DeskView } from '@/claims/views'
import type { DraftStore } from '@/components/claims/drafts'
import { claimBeside } from '@/components/claims/use-claims-strip'
import { useFlagSaid } from '@/components/claims/use-flag-said'
import type { EmbedPlace } from '@/components/transcripts/player/embed-bar'
import type { PlaybackCommand } from '@/components/transcripts/player/playback-keys'
import type { PlayedRecording } from '@/components/transcripts/player/recording-played'
import { useClickPlays } from '@/components/transcripts/player/use-click-plays'
import { usePlaybackKeys } from '@/components/transcripts/player/use-playback-keys'
import { usePlayer } from '@/components/transcripts/player/use-player'
import type { TranscriptController } from '@/components/transcripts/transcript-controller'
import { usePlayback } from '@/components/transcripts/use-playback'
import type { WordPoint } from '@/components/transcripts/word-cursor'
import { type Embed, PROVIDERS } from '@/transcripts/embed'

/** Everything that the workspace does with the recording: playing, its keys, flagging what is said, the strip. */
export function useListening(world: {
  view: DeskView
  recording: PlayedRecording | null
  /** Somebody else's player in place of a recording. */
  embed: Embed | null
  store: DraftStore
  transcript: TranscriptController | null
  changes: number
  claims: readonly ClaimView[]
  actions: Pick<DeskActions, 'flagClaim' | 'moveClaim'>
  accept: (claim: ClaimView) => void
  say: (message: string) => void
  /** Shows a claim's words and the claim, and leaves the focus where it is. */
  showClaim: (claim: ClaimView) => void
}) {
  const { view, recording, embed, store, transcript, changes, claims, say } = world
  const [embedPlace, setEmbedPlace] = useState<EmbedPlace>({ ms: 0, loaded: false, turn: 0 })
  const player = usePlayer(recording, view.interviewId, store)
  const { control, setPrefs } = player
  const playback = usePlayback(player, transcript, view.interviewId, changes)
  const { flagSaid } = useFlagSaid({
    interviewId: view.interviewId,
    control,
    transcript,
    timed: playback.timed,
    claims,
    canFlag: view.canFlag,
    actions: world.actions,
    accept: world.accept,
    say,
  })
  const click = useClickPlays(player, recording ? playback.startOf : null)

  function act(command: PlaybackCommand | 'nextClaim' | 'previousClaim') {
    if (command === 'nextClaim') return step(1)
    if (command === 'previousClaim') return step(-1)
    if (embed) return say(`Only ${PROVIDERS[embed.provider].name} itself plays this recording.`)
    if (!recording) return say('This interview has no recording.')
    switch (command) {
      case 'playPause':
        return control.toggle()
      case 'back':
        return control.skip(-5)
      case 'on':
        return control.skip(5)
      case 'farBack':
        return control.skip(-15)
      case 'slower':
      case 'faster': {
        const rate = control.step(command === 'slower' ? -1 : 1)
        setPrefs({ rate })
        return say(`Speed ${rate}.`)
      }
      case 'flagSaid':
        return void flagSaid()
    }
  }
  usePlaybackKeys(act)

  function step(by: -1 | 1) {
    const claim = transcript && claimBeside(claims, transcript.page.words, control.nowMs(), by)
    if (!claim) return say(by > 0 ? 'No claim after this.' : 'No claim before this.')
    if (recording) control.seek(claim.startMs ?? 0)
    world.showClaim(claim)
    say(`Claim ${claim.number}: ${claim.claimReviewed || claim.quote}`)
  }

  function playFrom(ms: number) {
    if (!embed) return control.playFrom(ms)
    setEmbedPlace((place) => ({ ...place, ms, turn: place.turn + 1 }))
  }

  return {
    player,
    control,
    embed,
    embedPlace,
    setEmbedPlace,
    playFrom,
    claims,
    transcript,
    changes,
    verdicts: view.verdicts,
    say,
    act,
    step,
    flagSaid,
    clicked: click.clicked,
    startOf: playback.startOf,
    async playFromWord(point: WordPoint) {
      const start = await playback.startOf(point)
      if (start !== null) playFrom(start)
      else say('This word has no time.')
    },
  }
}

export type Listening = ReturnType<typeof useListening>
