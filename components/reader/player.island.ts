/** LISTEN: the slim player over the page's own `<audio>`, or somebody else's player. Without it the browser's controls stay. */
import { embedFrame } from '@/components/reader/embed-frame'
import { listen } from '@/components/reader/listen/recording'
import { landOnSecond, onTimeLink, startSecond } from '@/components/reader/listen/time-links'

const audio = document.querySelector<HTMLAudioElement>('.listen audio')
const player = document.querySelector<HTMLElement>('.player')
const embed = document.querySelector<HTMLElement>('.embed')
if (audio && player) listen(audio, player)
else if (embed) playElsewhere(embed)

/** Somebody else plays the recording: times lead into their player once it is loaded, and to the link that loads it before. */
function playElsewhere(box: HTMLElement): void {
  const frame = embedFrame(box)
  onTimeLink((second) => {
    frame.seek(second)
    frame.show()
  })
  const start = startSecond()
  if (start === null) return
  frame.seek(start)
  landOnSecond(null, start)
}
