import { buttonClass } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { TextField } from '@/components/ui/text-field'
import { PasskeySignIn, type PasskeySignInProps } from './passkey-sign-in.island'
import { SignInFrame } from './sign-in-frame'

type Next = { csrfToken: string; callbackUrl: string }

type Props = Next & {
  siteName: string
  email: string
  message: string | null
  /** The message is about the password just typed, so it stands at that field. */
  wrongPassword: boolean
  /** Null where the site has no passkeys at this address. */
  passkeys: Pick<PasskeySignInProps, 'begin'> | null
  /** The single sign-on provider. `at` is set where one has to open the site by its own name first. */
  provider: { name: string; only: boolean; at: string | null } | null
}

/** Plain forms that post to next-auth: no script is needed to sign in. */
export function SignInForm(props: Props) {
  const { siteName, message, wrongPassword, passkeys, provider } = props
  const next = { csrfToken: props.csrfToken, callbackUrl: props.callbackUrl }
  const password = <PasswordPart {...props} />
  return (
    <SignInFrame siteName={siteName} title="Sign in">
      <div className="mt-6 flex flex-col gap-5">
        <FormError message={wrongPassword ? null : message} />
        {provider && <ProviderPart {...provider} {...next} />}
        {provider?.only ? (
          <details open={wrongPassword || Boolean(props.email)}>
            <summary className="min-h-11 cursor-pointer py-2 text-sm text-ink-soft underline">
              Sign in with a password, if that was arranged for you
            </summary>
            <div className="mt-3">{password}</div>
          </details>
        ) : (
          <>
            {provider && <Or />}
            {password}
            {passkeys && <PasskeySignIn {...passkeys} {...next} autofill />}
          </>
        )}
      </div>
      {!provider?.only && (
        <p className="mt-6 text-sm text-ink-soft">
          No account, or forgotten the password? An administrator of your newsroom can help with both.
        </p>
      )}
    </SignInFrame>
  )
}

function Or() {
  return <p className="kicker text-center">or</p>
}

function ProviderPart({ name, at, csrfToken, callbackUrl }: Next & { name: string; at: string | null }) {
  const label = `Sign in with ${name}`
  if (at)
    return (
      <a href={`${at}/sign-in`} className={buttonClass('secondary', 'min-h-11')}>
        {label} at {new URL(at).host}
      </a>
    )
  return (
    <form method="post" action="/api/auth/signin/oidc" className="flex flex-col">
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <button type="submit" className={buttonClass('primary', 'min-h-11')}>
        {label}
      </button>
    </form>
  )
}

function PasswordPart({ csrfToken, callbackUrl, email, message, wrongPassword, passkeys, provider }: Props) {
  return (
    <form method="post" action="/api/auth/callback/credentials" className="flex flex-col gap-5">
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        // `webauthn` lets browsers offer passkeys among the addresses they know.
        autoComplete={passkeys ? 'username webauthn' : 'username'}
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={email}
        autoFocus={!email && !provider}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        autoFocus={Boolean(email)}
        maxLength={200}
        error={wrongPassword && message ? message : undefined}
      />
      <button type="submit" className={buttonClass(provider ? 'secondary' : 'primary', 'min-h-11')}>
        Sign in
      </button>
    </form>
  )
}
