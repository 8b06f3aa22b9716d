/**
 * Downloads a text as a file.
 * @param type a MIME type
 */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the URL later; a minute is enough for a slow disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
