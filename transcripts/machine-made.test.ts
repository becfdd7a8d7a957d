import { expect, test } from 'vitest'
import { formats } from '@/transcripts/formats/registry'
import { isMachineFormat } from '@/transcripts/machine-made'

test('each format is either a machine’s or a person’s, and each named one is there', () => {
  const machine = formats.filter(({ id }) => isMachineFormat(id)).map(({ id }) => id)
  expect(machine).toHaveLength(18)
  expect(machine).toContain('youtube-vtt')
  expect(machine).toContain('whisper-json')
  for (const id of ['press-text', 'docx', 'srt', 'webvtt', 'claimline-json'])
    expect(machine).not.toContain(id)
  expect(isMachineFormat(null)).toBe(false)
})
