import { encodedText } from './encoded-text.ts';
import { allWritten, asPromise, NotWritten, type Run, type Write } from './writer.ts';

export interface FieldWriter {
  /** The response key with its colon, and the character before it: `{"name":` or `,"name":`. */
  readonly head: string;
  /** The property with the value, if the field has no resolver, as most fields. A function as value is called. */
  readonly property?: string | undefined;
  readonly resolve: (source: unknown, run: Run) => unknown;
  readonly write: Write;
  /** Whether a string is only encoded, without `serialize`: for the types String and ID. */
  readonly isText?: boolean;
}

/** Writes an object's fields, in their order. Asynchronous fields run concurrently. */
export function objectWriter(fields: readonly FieldWriter[], counts: boolean): Write {
  return (source, run) => {
    if (counts) run.context.count(1);
    if (fields.length === 0) return '{}';
    let text = '';
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index] as FieldWriter;
      const { head, property } = field;
      let value = property === undefined ? field.resolve(source, run) : propertyOf(source, property);
      if (typeof value === 'string' && field.isText) {
        text += head + encodedText(value);
        continue;
      }
      if (property !== undefined && typeof value === 'function') value = field.resolve(source, run);
      const part = field.write(value, run);
      if (typeof part !== 'string') return writeRest(fields, index, text, part, source, run);
      text += head + part;
    }
    return `${text}}`;
  };
}

const propertyOf = (source: unknown, property: string): unknown =>
  (source as Readonly<Record<string, unknown>> | undefined)?.[property];

function writeRest(
  fields: readonly FieldWriter[],
  index: number,
  text: string,
  part: Promise<string>,
  source: unknown,
  run: Run,
): Promise<string> {
  const rest = fields
    .slice(index + 1)
    .map(({ resolve, write }) => asPromise(() => write(resolve(source, run), run)));
  return allWritten([part, ...rest]).then(
    (parts) => `${text}${parts.map((each, at) => (fields[index + at] as FieldWriter).head + each).join('')}}`,
  );
}

/** Writes lists. graphql-js accepts any iterable; iterables other than arrays are left to graphql-js. */
export const listWriter =
  (write: Write): Write =>
  (value, run) => {
    if (!Array.isArray(value)) throw new NotWritten('a list that is no array');
    let text = '[';
    for (let index = 0; index < value.length; index += 1) {
      const part = write(value[index], run);
      if (typeof part !== 'string') {
        const rest = value.slice(index + 1).map((each) => asPromise(() => write(each, run)));
        const before = index > 0 ? `${text},` : text;
        return allWritten([part, ...rest]).then((parts) => `${before}${parts.join(',')}]`);
      }
      text += index > 0 ? `,${part}` : part;
    }
    return `${text}]`;
  };
