/**
 * Runs something while no other tab of this browser runs something of the same name. Browsers have such locks on https and
 * localhost only; elsewhere two tabs may send the same, which the server does once.
 */
export async function aloneInBrowser(name: string, act: () => Promise<void>): Promise<void> {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return act()
  let begun = false
  const once = () => {
    begun = true
    return act()
  }
  await navigator.locks.request(name, once).catch((error: unknown) => {
    if (begun) throw error
    return act() // a browser that has locks and gives none
  })
}
