/** How much of a name or text that a client sent is repeated to it. */
const MAX_QUOTED = 80;
const MAX_MESSAGE = 1000;

const LONG_QUOTED = new RegExp(`"((?:[^"\\\\]|\\\\.){${MAX_QUOTED}})(?:[^"\\\\]|\\\\.)+"`, 'gsu');

/** A message with the client's own words cut, so that an answer is not as long as what was asked, a hundred times over. */
export function withinBounds(message: string): string {
  const short = message.replace(LONG_QUOTED, '"$1…"');
  return short.length <= MAX_MESSAGE ? short : `${cutAt(short, MAX_MESSAGE)}…`;
}

/** No character is cut in halves. */
const cutAt = (text: string, length: number): string => text.slice(0, length).replace(/\p{Surrogate}$/u, '');
