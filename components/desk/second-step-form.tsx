import { buttonClass } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { TextField } from '@/components/ui/text-field'
import { PasskeySignIn, type PasskeySignInProps } from './passkey-sign-in.island'
import { SignInFrame } from './sign-in-frame'

type Next = { csrfToken: string; callbackUrl: string }

type Props = Next & {
  siteName: string
  waiting: { email: string; hasTotp: boolean }
  message: string | null
  /** Null where the member has none, or none can be used here. */
  passkeys: Pick<PasskeySignInProps, 'begin'> | null
}

/** The second step of signing in: a code, a passkey, or a recovery code. Plain forms, but for the passkey. */
export function SecondStepForm({ siteName, waiting, message, passkeys, ...next }: Props) {
  return (
    <SignInFrame siteName={siteName} title="One more step">
      <p className="mt-4 text-ink-soft">
        Signing in as <span className="wrap-anywhere text-ink">{waiting.email}</span>.
      </p>
      <div className="mt-6 flex flex-col gap-5">
        {waiting.hasTotp ? <CodeForm {...next} message={message} /> : <FormError message={message} />}
        {passkeys && <PasskeySignIn {...passkeys} {...next} />}
        <details>
          <summary className="min-h-11 cursor-pointer py-2 text-sm underline">Use a recovery code</summary>
          <RecoveryForm {...next} />
        </details>
      </div>
      <p className="mt-6 text-sm text-ink-soft">
        Lost all of them? An administrator can remove your second factor.{' '}
        <a href="/sign-in" className="text-ink underline">
          Start again
        </a>
      </p>
    </SignInFrame>
  )
}

function Hidden({ csrfToken, callbackUrl }: Next) {
  return (
    <>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
    </>
  )
}

function CodeForm({ message, ...next }: Next & { message: string | null }) {
  return (
    <form method="post" action="/api/auth/callback/second-factor" className="flex flex-col gap-5">
      <Hidden {...next} />
      <TextField
        label="Code from your authenticator app"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9 ]*"
        maxLength={7}
        required
        autoFocus
        className="font-mono tracking-[0.3em]"
        error={message ?? undefined}
      />
      <button type="submit" className={buttonClass('primary', 'min-h-11')}>
        Go on
      </button>
    </form>
  )
}

function RecoveryForm(next: Next) {
  return (
    <form method="post" action="/api/auth/callback/second-factor" className="mt-3 flex flex-col gap-5">
      <Hidden {...next} />
      <TextField
        label="Recovery code"
        id="recovery-code"
        name="code"
        hint="One of the ten you kept when you set this up. Each works once."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
        required
        className="font-mono"
      />
      <button type="submit" className={buttonClass('secondary', 'min-h-11')}>
        Use this code
      </button>
    </form>
  )
}
