/** Samples as a WAV file: 16 bits, one channel. */
export function wavOf(samples: Float32Array, rate: number): ArrayBuffer {
  const headerBytes = 44
  const dataBytes = samples.length * 2
  const buffer = new ArrayBuffer(headerBytes + dataBytes)
  const view = new DataView(buffer)
  const words = (at: number, text: string): void => {
    for (let index = 0; index < text.length; index += 1) view.setUint8(at + index, text.charCodeAt(index))
  }
  words(0, 'RIFF')
  view.setUint32(4, headerBytes - 8 + dataBytes, true)
  words(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  words(36, 'data')
  view.setUint32(40, dataBytes, true)
  samples.forEach((sample, index) => {
    view.setInt16(headerBytes + 2 * index, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true)
  })
  return buffer
}
