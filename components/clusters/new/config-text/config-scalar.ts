/** Control characters, and separators that YAML takes for line ends. */
const odd = /[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** A text on one line, plain where that reads back the same. */
export function configScalar(text: string): string {
  const plain = /^[\w./$]/.test(text) && !/: |:$| #| $/.test(text) && !/^(?:null|Null|NULL|\.\.\..*)$/.test(text);
  return plain && !odd.test(text) ? text : JSON.stringify(text);
}

/** One line a key, whatever the keys. */
export function flatText(entries: Iterable<readonly [string, string]>): string {
  return Array.from(entries, ([key, value]) => `${configScalar(key)}: ${configScalar(value)}\n`).join("");
}
