/** English words of lower-case letters: sorted, front-coded, compressed and in base64. Written by scripts/generate-words.mjs. */
export declare const english: string
