import Bowser from 'bowser'

/** A browser as people call it, `Firefox on Windows`, made of what it says of itself. Never a proof of anything. */
export function browserName(userAgent: string): string {
  if (userAgent === '') return 'An unknown browser'
  const { browser, os } = Bowser.parse(userAgent)
  const name = browser.name || 'A browser'
  return os.name ? `${name} on ${os.name}` : name
}
