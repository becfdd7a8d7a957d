import fs from 'node:fs'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'

/**
 * A mail server for tests that keeps what it takes as `.eml` files in a folder and passes nothing on.
 * @returns {Promise<{env: Record<string, string>, close(): Promise<void>}>} what an application is told, to send there
 */
export async function openMailServer(folder) {
  fs.mkdirSync(folder, { recursive: true })
  let count = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        // Written whole before it has its name, so that nobody reads half a mail.
        const file = path.join(folder, `${String(++count).padStart(5, '0')}`)
        fs.writeFileSync(file, Buffer.concat(chunks))
        fs.renameSync(file, `${file}.eml`)
        done()
      })
    },
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    env: {
      CLAIMLINE_SMTP_URL: `smtp://127.0.0.1:${server.server.address().port}`,
      CLAIMLINE_MAIL_FROM: 'Claimline <desk@claims.example>',
      CLAIMLINE_TEST_MAIL: folder,
    },
    close: () => new Promise((resolve) => server.close(() => resolve(undefined))),
  }
}
