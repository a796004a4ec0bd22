/** Numbers written as `{"<about>": 0.2035}` may differ by the error of rounding to six decimals. */
const ABOUT_DIGITS = 6;

/**
 * The expectation in a JSON file: equality, except for values written as "<any>" and for fractions written as
 * `{"<about>": 0.285714}`, which are compared to six decimals.
 */
export function matchAny(value: unknown): unknown {
  if (value === '<any>') return expect.anything();
  if (Array.isArray(value)) return value.map(matchAny);
  if (value !== null && typeof value === 'object') {
    const about = (value as { readonly '<about>'?: unknown })['<about>'];
    if (typeof about === 'number') return expect.closeTo(about, ABOUT_DIGITS);
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, matchAny(member)]));
  }
  return value;
}
