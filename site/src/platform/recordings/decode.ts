/** Decodes one channel of a sound at so many samples a second; rejects what the browser can't decode. */
export async function decode(sound: Blob, rate: number): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, 1, rate)
  const buffer = await context.decodeAudioData(await sound.arrayBuffer())
  return buffer.getChannelData(0)
}
