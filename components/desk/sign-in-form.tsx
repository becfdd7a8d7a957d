import { buttonClass } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { TextField } from '@/components/ui/text-field'

type Props = {
  siteName: string
  csrfToken: string
  callbackUrl: string
  email: string
  message: string | null
  /** The message is about the password just typed, so it stands at that field. */
  wrongPassword: boolean
}

/** A plain form that posts to next-auth: no script is needed to sign in. */
export function SignInForm({ siteName, csrfToken, callbackUrl, email, message, wrongPassword }: Props) {
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-4 py-12">
      <p className="kicker mb-2">{siteName} · fact-check desk</p>
      <h1 className="border-b border-ink pb-3 font-serif text-4xl leading-tight font-medium">Sign in</h1>
      <form method="post" action="/api/auth/callback/credentials" className="mt-6 flex flex-col gap-5">
        <input type="hidden" name="csrfToken" value={csrfToken} />
        <input type="hidden" name="callbackUrl" value={callbackUrl} />
        <TextField
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          defaultValue={email}
          autoFocus={!email}
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
        <FormError message={wrongPassword ? null : message} />
        <button type="submit" className={buttonClass('primary', 'min-h-11')}>
          Sign in
        </button>
      </form>
      <p className="mt-6 text-sm text-ink-soft">
        No account, or forgotten the password? An administrator of your newsroom can help with both.
      </p>
    </main>
  )
}
