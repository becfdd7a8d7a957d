'use client'
import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
} from '@simplewebauthn/browser'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import type { ServerAction } from '@/platform/action-result'

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON']

export type PasskeySignInProps = {
  begin: ServerAction<null, Options>
  csrfToken: string
  callbackUrl: string
  /** Offer passkeys in the e-mail field too, where the browser can. */
  autofill?: boolean
}

/**
 * Signs in with a passkey: the browser asks for finger, face or PIN, then its answer is sent as a form like any other. Where a
 * browser has no passkeys, or no script runs, nothing is shown.
 */
export function PasskeySignIn({ begin, csrfToken, callbackUrl, autofill = false }: PasskeySignInProps) {
  const form = useRef<HTMLFormElement>(null)
  const [possible, setPossible] = useState(false)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState<string | null>(null)

  function send(assertion: unknown) {
    const field = form.current?.elements.namedItem('assertion')
    if (!(field instanceof HTMLInputElement)) return
    field.value = JSON.stringify(assertion)
    form.current?.submit()
  }

  async function use() {
    setBusy(true)
    setMessage(null)
    const begun = await begin(null).catch(() => null)
    if (!begun?.ok) {
      setMessage(begun?.error.message ?? 'The server could not be reached. Try again.')
      return setBusy(false)
    }
    try {
      send(await startAuthentication({ optionsJSON: begun.value }))
    } catch {
      // Put away, timed out, or none there: browsers do not tell which, so that sites cannot find out.
      setMessage('No passkey was used. Try again, or sign in another way.')
      setBusy(false)
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page has loaded
  useEffect(() => {
    setPossible(browserSupportsWebAuthn())
    if (!autofill) return
    let left = false
    const offer = async () => {
      if (!(await browserSupportsWebAuthnAutofill()) || left) return
      const begun = await begin(null)
      if (!begun.ok || left) return
      send(await startAuthentication({ optionsJSON: begun.value, useBrowserAutofill: true }))
    }
    // It ends without an answer when the button is used instead, or the page is left: nothing to say then.
    offer().catch(() => undefined)
    return () => {
      left = true
    }
  }, [])

  return (
    <form
      ref={form}
      method="post"
      action="/api/auth/callback/passkey"
      hidden={!possible}
      className={possible ? 'flex flex-col gap-3' : ''}
    >
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <input type="hidden" name="assertion" defaultValue="" />
      <FormError message={message} />
      <Button busy={busy} onClick={() => void use()} className="min-h-11">
        {busy ? 'Waiting for the passkey …' : 'Use a passkey'}
      </Button>
    </form>
  )
}
