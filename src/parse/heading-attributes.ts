/** `{#id}`, `{.class}` or `{: …}` behind the words of a heading, which some tools take for attributes. */
export const headingAttributes: RegExp = /[ \t]*\{(?:[#.]\p{L}|:[ \t]*[.#\p{L}])[^{}\r\n]*\}[ \t]*$/u
