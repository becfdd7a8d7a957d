/** Ways to pass a check on. Links alone: nothing of anybody else's is loaded, and nobody hears of a reader who does not press. */
export function ShareLinks({ address, text }: { address: string; text: string }) {
  const both = encodeURIComponent(`${text} ${address}`)
  const ways = [
    ['E-mail', `mailto:?subject=${encodeURIComponent(text)}&body=${encodeURIComponent(address)}`],
    ['WhatsApp', `https://wa.me/?text=${both}`],
    ['Bluesky', `https://bsky.app/intent/compose?text=${both}`],
    ['Facebook', `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(address)}`],
  ] as const
  return (
    <details className="share">
      <summary>Share this check</summary>
      <label>
        <span>Address</span>
        <input type="url" readOnly defaultValue={address} />
      </label>
      <ul>
        {ways.map(([name, href]) => (
          <li key={name}>
            <a
              href={href}
              rel="noopener noreferrer"
              target={href.startsWith('mailto:') ? undefined : '_blank'}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
