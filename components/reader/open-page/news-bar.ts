/** The bar that says what is new, over the page and out of its flow: it never moves what is being read. Browser code. */

type Bar = {
  /** Says it, with a button that does something about it; null takes the bar away. */
  say: (words: string | null, act?: { label: string; run: () => void }) => void
  /** Says where what came can be found. */
  list: (words: string, claims: readonly number[]) => void
  /** Whether the keyboard is in it. */
  hasFocus: () => boolean
}

export function newsBar(): Bar {
  const bar = document.createElement('section')
  bar.className = 'news'
  bar.setAttribute('aria-label', 'New on this page')
  bar.hidden = true
  const words = document.createElement('p')
  words.tabIndex = -1
  const spoken = document.createElement('p')
  spoken.className = 'hush'
  spoken.setAttribute('role', 'status')
  const act = button('act')
  const shut = button('news-shut')
  shut.textContent = '×'
  shut.setAttribute('aria-label', 'Not now')
  const close = () => {
    bar.hidden = true
    spoken.textContent = ''
  }
  shut.addEventListener('click', close)
  bar.addEventListener('keydown', (event) => event.key === 'Escape' && close())
  bar.append(words, act, shut)
  // Before the text, so that the keyboard finds it; the spoken line stands outside, because what is hidden is not spoken.
  document.querySelector('main')?.prepend(bar, spoken)

  const show = (text: string) => {
    words.textContent = text
    spoken.textContent = text
    bar.hidden = false
  }
  return {
    say: (text, next) => {
      if (text === null) return close()
      show(text)
      act.hidden = !next
      act.textContent = next?.label ?? ''
      act.onclick = next?.run ?? null
    },
    list: (text, claims) => {
      const held = bar.contains(document.activeElement)
      show(claims.length > 0 ? `${text}: ` : text)
      act.hidden = true
      for (const [index, number] of claims.entries()) {
        const link = document.createElement('a')
        link.href = `#claim-${number}`
        link.textContent = `claim ${number}`
        words.append(index > 0 ? ', ' : '', link)
      }
      if (held) words.focus({ preventScroll: true })
    },
    hasFocus: () => bar.contains(document.activeElement),
  }
}

function button(className: string): HTMLButtonElement {
  const one = document.createElement('button')
  one.type = 'button'
  one.className = className
  return one
}
