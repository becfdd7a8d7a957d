/** The recording's captions in a line of their own, for who listens while reading elsewhere on the page. Browser code. */

/** Shows or hides what is being said. The track is fetched by the browser once it is wanted. */
export function showCaptions(audio: HTMLAudioElement, line: HTMLElement, on: boolean): void {
  const track = audio.textTracks[0]
  if (!track) return
  track.mode = on ? 'hidden' : 'disabled' // hidden: there is no picture to draw on, but its cues come
  track.oncuechange = on ? () => write(line, track) : null
  write(line, on ? track : null)
}

/** Where two speak at once, what was begun last: two lines are what one reads in passing. */
function write(line: HTMLElement, track: TextTrack | null): void {
  const cue = [...(track?.activeCues ?? [])].at(-1)
  const text = cue instanceof VTTCue ? plain(cue) : ''
  line.replaceChildren(...text.split('\n').map(lineOf))
  line.hidden = text === ''
}

/** A cue without its tags (`<v Name>`). */
function plain(cue: VTTCue): string {
  return cue.getCueAsHTML().textContent ?? ''
}

function lineOf(text: string): HTMLElement {
  const one = document.createElement('span')
  one.textContent = text
  return one
}
