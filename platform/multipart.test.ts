import { expect, test } from 'vitest'
import { Invalid, TooLarge } from '@/platform/errors'
import { readUpload } from '@/platform/multipart'

function requestOf(form: FormData): Request {
  return new Request('http://localhost/x', { method: 'POST', body: form })
}

function formOf(file: Blob, name: string, fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', file, name)
  return form
}

test('a file arrives byte for byte, with its name and what was said about it', async () => {
  const bytes = new Uint8Array(300_000).map((_, index) => index % 251)
  const upload = await readUpload(
    requestOf(formOf(new Blob([bytes]), 'gespräch.vtt', { decisions: '{"a":1}' })),
    1e6,
  )
  expect(Buffer.compare(upload.bytes, bytes)).toBe(0)
  expect(upload).toMatchObject({ fileName: 'gespräch.vtt', fields: { decisions: '{"a":1}' } })
})

test('a name cannot point into a folder', async () => {
  const upload = await readUpload(requestOf(formOf(new Blob(['x']), '..\\..\\etc/passwd')), 100)
  expect(upload.fileName).toBe('passwd')
})

test('a file past the limit is refused with the limit in the sentence', async () => {
  const request = requestOf(formOf(new Blob([new Uint8Array(3_000_000)]), 'long.vtt'))
  await expect(readUpload(request, 2_000_000)).rejects.toThrow(TooLarge)
  await expect(readUpload(requestOf(formOf(new Blob([new Uint8Array(3e6)]), 'l')), 2e6)).rejects.toThrow(
    /2 MB/,
  )
})

test('two files, no file and something that is no form each get their own sentence', async () => {
  const two = formOf(new Blob(['a']), 'a')
  two.append('file', new Blob(['b']), 'b')
  await expect(readUpload(requestOf(two), 100)).rejects.toThrow(/one file/)
  const none = new FormData()
  none.append('title', 'x')
  await expect(readUpload(requestOf(none), 100)).rejects.toThrow(/No file came/)
  const json = new Request('http://localhost/x', { method: 'POST', body: '{}' })
  await expect(readUpload(json, 100)).rejects.toThrow(Invalid)
})

test('an upload that breaks off is refused and not taken for a whole file', async () => {
  const body = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.vtt"\r\n\r\nWEBVTT\n\n00:01'
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  const request = new Request('http://localhost/x', { method: 'POST', body, headers })
  await expect(readUpload(request, 1000)).rejects.toThrow(/broke off/)
})
