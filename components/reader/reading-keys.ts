/** Single keys on the reader's page: browser code. They can be switched off, because dictation types letters (WCAG 2.2, 2.1.4). */

const KEPT = 'claimline-keys'

function read(): boolean {
  try {
    return localStorage.getItem(KEPT) !== 'off'
  } catch {
    return true // storage is closed to the page; keys work, and switching them off holds for this page
  }
}

/** Kept on the document, because the page's scripts are several and each has its own copy of this file. */
const isOn = () => document.documentElement.dataset.letters !== 'off'
const turn = (on: boolean) => {
  document.documentElement.dataset.letters = on ? 'on' : 'off'
}
turn(read())

/** Whether a key press is meant for the page: keys are on, nothing is held with it, and nobody is typing or choosing. */
export function isForPage(event: KeyboardEvent): boolean {
  if (!isOn() || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return false
  return !(
    event.target instanceof Element && event.target.closest('input, select, textarea, [contenteditable]')
  )
}

/** Lets the reader switch the keys off and on again, in this and in later pages. */
export function startKeySwitch(): void {
  const button = document.querySelector('button[data-keys]')
  const show = () => {
    if (button) button.textContent = isOn() ? 'Turn keys off' : 'Turn keys on'
  }
  button?.addEventListener('click', () => {
    turn(!isOn())
    try {
      localStorage.setItem(KEPT, isOn() ? 'on' : 'off')
    } catch {
      // As above: for this page.
    }
    show()
  })
  show()
}
