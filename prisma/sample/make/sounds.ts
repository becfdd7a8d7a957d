/** Silence of a length in milliseconds. */
export function silence(ms: number, rate: number): Int16Array {
  return new Int16Array(Math.round((ms * rate) / 1000))
}

const SPEECH_LEVEL = 0.24
const CEILING = 0.92

/**
 * The same samples, louder or softer, so that voices made at different levels sit together: root mean square of the
 * loud half at 24 % of full scale, and no peak above 92 %. Length and times are untouched.
 */
export function atLevel(samples: Int16Array): Int16Array {
  const sizes = Float64Array.from(samples, Math.abs).sort()
  const loud = sizes.subarray(sizes.length >> 1)
  const level =
    Math.sqrt(loud.reduce((sum, size) => sum + size * size, 0) / Math.max(1, loud.length)) / 32_768
  const peak = (sizes.at(-1) ?? 0) / 32_768
  const gain = Math.min(SPEECH_LEVEL / Math.max(level, 0.001), CEILING / Math.max(peak, 0.001))
  return samples.map((sample) => Math.round(sample * gain))
}

/** A foghorn: one low tone with its overtones, swelling for a third of a second, falling at its end, slightly unsteady. */
export function foghorn(rate: number): Int16Array {
  const seconds = 2.2
  const out = new Int16Array(Math.round(seconds * rate))
  const strengths = [1, 0.75, 0.6, 0.42, 0.3, 0.2, 0.14, 0.09]
  const total = strengths.reduce((sum, strength) => sum + strength, 0)
  let phase = 0
  for (let i = 0; i < out.length; i++) {
    const time = i / rate
    const left = seconds - time
    // The last 0.4 s drop in pitch with the pressure, the grunt by which such horns are known.
    const pitch =
      92 * (left < 0.4 ? 0.72 + 0.28 * (left / 0.4) : 1) * (1 + 0.004 * Math.sin(2 * Math.PI * 5.3 * time))
    phase += (2 * Math.PI * pitch) / rate
    const swell = Math.min(1, time / 0.3) * Math.min(1, left / 0.25)
    const tone = strengths.reduce((sum, strength, n) => sum + strength * Math.sin((n + 1) * phase + n * n), 0)
    out[i] = Math.round(32_767 * 0.8 * swell * (tone / total))
  }
  return out
}
