/** Copying by a press where the browser can. Without this script the field's text is selected and copied as any text. */

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
  const field = document.getElementById(button.dataset.copies ?? '')
  if (!(field instanceof HTMLTextAreaElement)) continue
  const said = button.parentElement?.querySelector('[role="status"]')
  button.hidden = false
  button.addEventListener('click', async () => {
    let done: boolean
    try {
      await navigator.clipboard.writeText(field.value)
      done = true
    } catch {
      // No clipboard without https, or it was refused: the text is selected, so that one key copies it.
      field.focus()
      field.select()
      done = false
    }
    if (said) said.textContent = done ? 'Copied.' : 'Selected: press Ctrl+C or ⌘C.'
  })
}
