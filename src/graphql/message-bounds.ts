/** The maximum number of characters of a client's name or text that a message repeats. */
const MAX_QUOTED = 80;
const MAX_MESSAGE = 1000;

const LONG_QUOTED = new RegExp(`"((?:[^"\\\\]|\\\\.){${MAX_QUOTED}})(?:[^"\\\\]|\\\\.)+"`, 'gsu');

/** Shortens the client's own words in a message. Otherwise an answer could repeat a long request a hundred times. */
export function withinBounds(message: string): string {
  const short = message.replace(LONG_QUOTED, '"$1…"');
  return short.length <= MAX_MESSAGE ? short : `${cutAt(short, MAX_MESSAGE)}…`;
}

/** Does not split a surrogate pair. */
const cutAt = (text: string, length: number): string => text.slice(0, length).replace(/\p{Surrogate}$/u, '');
