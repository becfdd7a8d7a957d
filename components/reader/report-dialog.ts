/**
 * "Report an error" over the page instead of on a page of its own: the same form, fetched from there, sent to the same address, with the
 * same answers. What was typed stays while the page is open. Browser code; where anything fails the link leads on as it would
 * without scripts.
 */

const dialogs = new Map<string, HTMLDialogElement>()

/** Listens to the links. */
export function startReporting(): void {
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-report]') : null
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    open(link).catch(() => location.assign(link.href))
  })
}

async function open(link: HTMLAnchorElement): Promise<void> {
  const dialog = dialogs.get(link.href) ?? (await dialogOf(link.href))
  dialogs.set(link.href, dialog)
  dialog.showModal()
  dialog.querySelector('textarea')?.focus()
}

async function dialogOf(address: string): Promise<HTMLDialogElement> {
  const answer = await fetch(address, { credentials: 'omit' })
  if (!answer.ok) throw new Error(`${answer.status}`)
  const dialog = document.createElement('dialog')
  dialog.className = 'report-dialog'
  dialog.setAttribute('aria-labelledby', 'report-title')
  const title = document.createElement('h2')
  title.id = 'report-title'
  title.tabIndex = -1
  const shut = document.createElement('button')
  shut.type = 'button'
  shut.className = 'shut'
  shut.textContent = '×'
  shut.setAttribute('aria-label', 'Close')
  shut.addEventListener('click', () => dialog.close())
  const body = document.createElement('div')
  dialog.append(title, shut, body)
  take(await answer.text(), title, body)
  if (!body.querySelector('form')) throw new Error('no form')
  dialog.addEventListener('submit', (event) => {
    event.preventDefault()
    if (event.target instanceof HTMLFormElement) send(event.target, title, body).catch(() => tell(body))
  })
  // Sent or given up: the next time is a new report. What was typed and not sent stays.
  dialog.addEventListener('close', () => {
    if (!body.querySelector('form')) {
      dialogs.delete(address)
      dialog.remove()
    }
  })
  document.body.append(dialog)
  return dialog
}

async function send(form: HTMLFormElement, title: HTMLElement, body: HTMLElement): Promise<void> {
  const button = form.querySelector('button[type=submit]')
  if (button?.ariaDisabled === 'true') return
  if (button) button.ariaDisabled = 'true'
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.set(name, value)
  try {
    // Followed to the page of thanks; a refusal is the form again.
    const answer = await fetch(form.action, { method: 'POST', body: fields, credentials: 'omit' })
    take(await answer.text(), title, body)
  } finally {
    if (button) button.ariaDisabled = null
  }
  const wrong = body.querySelector<HTMLElement>('[aria-invalid]')
  ;(wrong ?? title).focus()
}

/** What the answered page shows, under its own headline. */
function take(html: string, title: HTMLElement, body: HTMLElement): void {
  const page = new DOMParser().parseFromString(html, 'text/html').querySelector('main article')
  const headline = page?.querySelector('h1')?.textContent
  if (!page || !headline) throw new Error('not a page')
  page.querySelector('header')?.remove()
  // Leads to where one is.
  for (const link of page.querySelectorAll('#report-thanks ~ p')) link.remove()
  title.textContent = headline
  body.replaceChildren(...page.childNodes)
}

function tell(body: HTMLElement): void {
  const said = body.querySelector('.unsent') ?? document.createElement('p')
  said.className = 'fault unsent'
  said.setAttribute('role', 'alert')
  said.textContent = 'It could not be sent. What you wrote is still here; try again.'
  body.querySelector('form')?.append(said)
}
