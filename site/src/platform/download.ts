/** Downloads a file. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the URL later; a minute is enough for a slow disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/**
 * Downloads a text as a file.
 * @param type a MIME type
 */
export const download = (name: string, type: string, text: string): void =>
  downloadBlob(name, new Blob([text], { type: `${type};charset=utf-8` }))
