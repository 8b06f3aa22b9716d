/** English words of lower-case letters, sorted and front-coded, some of them whole. Written by scripts/generate-words.mjs. */
export declare const english: string
