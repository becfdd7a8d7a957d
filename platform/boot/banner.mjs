/**
 * The few lines that a newcomer needs, set in a frame of one rule above and below.
 * @param account what first-admin reported: `password` only on the very first start
 */
export function banner({ url, data, account }) {
  const rows = [
    ['Read', url],
    ['Sign in', `${url}/desk`],
    ...(account?.email ? [['E-mail', account.email]] : []),
    ...(account?.password ? [['Password', `${account.password}   (shown this once; keep it)`]] : []),
    ['Data', data],
  ]
  const lines = rows.map(([name, value]) => `  ${name.padEnd(10)}${value}`)
  const help = account?.password ? [] : ['  No password any more?  npm run admin -- reset-password E-MAIL']
  const rule = '─'.repeat(72)
  return ['', rule, '  Claimline is running. Ctrl-C stops it.', '', ...lines, ...help, rule, ''].join('\n')
}
