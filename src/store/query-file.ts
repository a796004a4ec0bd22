import { LABELS } from '../domain/model.ts';

/** One `@param` or `@column` line: `name type`. The type is a base with optional `[]` and `?`. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly note: string;
}

export interface FieldType {
  readonly base: string;
  readonly list: boolean;
  readonly nullable: boolean;
}

/** A column. If its type is `map[]`, it has members, declared as `column[].member type`. */
export interface Column extends Field {
  readonly members: readonly Field[];
}

/** The declarations in the header of a `.cypher` file. */
export interface QueryFile {
  /** Path below cypher/, such as `agency/co-owners.cypher`. */
  readonly file: string;
  /** The first paragraph of the comment: the question that the statement answers. */
  readonly question: string;
  readonly mode: 'read' | 'write' | 'schema';
  readonly params: readonly Field[];
  readonly columns: readonly Column[];
}

const SCALARS = ['string', 'int', 'float', 'boolean', 'map', 'AnyNode'];
const known = (base: string): boolean => SCALARS.includes(base) || Object.hasOwn(LABELS, base);

/** @throws Error naming file and line, if a header line is invalid */
export function parseQueryFile(file: string, text: string): QueryFile {
  const question: string[] = [];
  const params: Field[] = [];
  const columns: (Column & { members: Field[] })[] = [];
  let mode: QueryFile['mode'] | undefined;
  let inQuestion = true;

  for (const [index, line] of text.split('\n').entries()) {
    if (!line.startsWith('//')) break;
    const fail = (reason: string): never => {
      throw new Error(`${file}:${index + 1}: ${reason}: ${line}`);
    };
    const words = line.slice(2).trim();
    if (!words.startsWith('@')) {
      inQuestion &&= words !== '';
      if (inQuestion) question.push(words);
      continue;
    }
    const [tag, name = '', type = '', ...note] = words.split(/\s+/);
    if (tag === '@mode') {
      if (name !== 'read' && name !== 'write' && name !== 'schema') fail('mode is read, write or schema');
      if (mode !== undefined) fail('declared already');
      mode = name as QueryFile['mode'];
    } else if (tag === '@param' || tag === '@column') {
      const field = { name, type: parseType(type) ?? fail('unknown type'), note: note.join(' ') };
      const declare = <T extends Field>(list: T[], each: T): void => {
        if (list.some((other) => other.name === each.name)) fail('declared already');
        list.push(each);
      };
      const member = /^(\w+)\[\]\.(\w+)$/.exec(name);
      if (tag === '@column' && member) {
        const parent = columns.find((column) => column.name === member[1] && isListOfMaps(column));
        declare((parent ?? fail('declare the list before, as map[]')).members, {
          ...field,
          name: member[2] as string,
        });
      } else if (!/^\w+$/.test(name)) fail('not a name');
      else if (tag === '@param') declare(params, field);
      else declare(columns, { ...field, members: [] });
    } else fail('unknown tag');
  }
  if (mode === undefined) throw new Error(`${file}: the header lacks @mode`);
  if (question.length === 0) throw new Error(`${file}: the header lacks the question it answers`);
  return { file, question: question.join(' '), mode, params, columns };
}

const isListOfMaps = ({ type }: Field): boolean => type.base === 'map' && type.list && !type.nullable;

function parseType(text: string): FieldType | undefined {
  const match = /^([A-Za-z_]+)(\[\])?(\?)?$/.exec(text);
  const base = match?.[1];
  if (base === undefined || !known(base)) return undefined;
  return { base, list: match?.[2] !== undefined, nullable: match?.[3] !== undefined };
}
