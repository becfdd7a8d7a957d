/**
 * Samples in a constant-rate mono MP3 of MPEG-2 Layer III, as a player plays them: all frames, less the encoder's delay and
 * padding from the LAME header (delay and padding are 12 bits each, 21 bytes into the LAME tag, which follows the
 * `Info` header and its four fields). Throws on anything that is not such a file.
 */
export function mp3Length(bytes: Uint8Array): { samples: number; rate: number; frames: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kilobits = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
  const rates = [22_050, 24_000, 16_000]
  let frames = 0
  let rate = 0
  for (let at = 0; at < bytes.length; ) {
    const header = view.getUint32(at)
    const kbps = kilobits[(header >>> 12) & 15]
    rate = rates[(header >>> 10) & 3] ?? 0
    // Eleven bits of sync, version 2 (10), layer III (01).
    if (header >>> 17 !== 0x7ff9 || !kbps || !rate) throw new Error(`no MPEG-2 Layer III frame at byte ${at}`)
    frames += 1
    at += Math.floor((72_000 * kbps) / rate) + ((header >>> 9) & 1)
  }
  // Mono, so 9 bytes of side information between the frame's header and `Info`; then 4 flags, frames, bytes, 100 seek points, quality.
  const info = 4 + 9
  if (String.fromCharCode(...bytes.subarray(info, info + 4)) !== 'Info') throw new Error('no Info header')
  const lame = info + 4 + 4 + 4 + 4 + 100 + 4
  const packed = view.getUint32(lame + 20) & 0xffffff
  const delay = packed >>> 12
  const padding = packed & 0xfff
  // The first frame holds the header and no sound.
  return { samples: (frames - 1) * 576 - delay - padding, rate, frames }
}
