import { parseQueryFile } from '../../../src/store/query-file.ts';

const parse = (...lines: string[]) => parseQueryFile('theme/x.cypher', lines.join('\n'));
const question = '// Which themes?';
const read = '// @mode read';
const plain = { list: false, nullable: false, note: '' };
const field = (name: string, base: string, more: Partial<typeof plain> = {}) => {
  const { note, ...type } = { ...plain, ...more };
  return { name, type: { base, ...type }, note };
};

test('reads a complete header', () => {
  expect(
    parse(
      '// Themes of each given item,',
      '// by name.',
      '//',
      '// More, for whom it concerns.',
      '//',
      '// @mode   read',
      '// @param  ids     string[]   one call serves a whole level',
      '// @param  afterId string?',
      '// @column ownerId string     which of $ids',
      '// @column edges   map[]',
      '// @column edges[].node Theme     the far end',
      '// @column edges[].others Theme[]',
      'UNWIND $ids AS ownerId // @column late string',
      '// @column later string',
    ),
  ).toEqual({
    file: 'theme/x.cypher',
    question: 'Themes of each given item, by name.',
    mode: 'read',
    params: [
      field('ids', 'string', { list: true, note: 'one call serves a whole level' }),
      field('afterId', 'string', { nullable: true }),
    ],
    columns: [
      { ...field('ownerId', 'string', { note: 'which of $ids' }), members: [] },
      {
        ...field('edges', 'map', { list: true }),
        members: [field('node', 'Theme', { note: 'the far end' }), field('others', 'Theme', { list: true })],
      },
    ],
  });
});

test.each(['read', 'write', 'schema'])('reads mode %s', (mode) => {
  expect(parse(question, `// @mode ${mode}`, 'RETURN 1')).toMatchObject({ mode, params: [], columns: [] });
});

test.each([
  ['string', 'string', false, false],
  ['int?', 'int', false, true],
  ['float[]', 'float', true, false],
  ['boolean[]?', 'boolean', true, true],
  ['AnyNode', 'AnyNode', false, false],
  ['AnyNode[]?', 'AnyNode', true, true],
  ['PilotZone?', 'PilotZone', false, true],
])('reads type %s', (text, base, list, nullable) => {
  expect(parse(question, read, `// @column a ${text}`).columns[0]?.type).toEqual({ base, list, nullable });
});

test('accepts Windows line ends', () => {
  expect(parse(`${question}\r`, `${read}\r`, '// @param a int\r', 'RETURN 1\r')).toMatchObject({
    question: 'Which themes?',
    params: [field('a', 'int')],
  });
});

test('a parameter and a column may share a name, and so may members of two lists', () => {
  const columns = ['a', 'b'].flatMap((name) => [`// @column ${name} map[]`, `// @column ${name}[].key int`]);
  expect(parse(question, read, '// @param a int', ...columns).columns).toHaveLength(2);
});

const head = [question, read];

test.each<[string, string[], string]>([
  ['no mode', [question, 'RETURN 1'], 'theme/x.cypher: the header lacks @mode'],
  ['no question', [read, 'RETURN 1'], 'theme/x.cypher: the header lacks the question it answers'],
  ['nothing', [''], 'theme/x.cypher: the header lacks @mode'],
  ['an unknown mode', [question, '// @mode append'], 'theme/x.cypher:2: mode is read, write or schema'],
  ['no word for the mode', [question, '// @mode'], 'theme/x.cypher:2: mode is read, write or schema'],
  ['two modes', [...head, '// @mode write'], 'theme/x.cypher:3: declared already: // @mode write'],
  ['an unknown tag', [...head, '// @returns many'], 'theme/x.cypher:3: unknown tag: // @returns many'],
  ['an unknown type', [...head, '// @param a text'], 'theme/x.cypher:3: unknown type: // @param a text'],
  ['a type of no label', [...head, '// @column a Person'], 'theme/x.cypher:3: unknown type'],
  ['a type of a name all have', [...head, '// @column a toString'], 'theme/x.cypher:3: unknown type'],
  ['a type spelt otherwise', [...head, '// @param a string?[]'], 'theme/x.cypher:3: unknown type'],
  ['no type', [...head, '// @param a'], 'theme/x.cypher:3: unknown type'],
  ['no name', [...head, '// @param'], 'theme/x.cypher:3: unknown type'],
  ['a name that is none', [...head, '// @param $a int'], 'theme/x.cypher:3: not a name'],
  ['a column that is an expression', [...head, '// @column a.b int'], 'theme/x.cypher:3: not a name'],
  ['members of a parameter', [...head, '// @param a[].b int'], 'theme/x.cypher:3: not a name'],
  [
    'a parameter twice',
    [...head, '// @param a int', '// @param a string'],
    'theme/x.cypher:4: declared already',
  ],
  ['a column twice', [...head, '// @column a int', '// @column a int'], 'theme/x.cypher:4: declared already'],
  [
    'a member twice',
    [...head, '// @column a map[]', '// @column a[].b int', '// @column a[].b int'],
    'theme/x.cypher:5: declared already',
  ],
  [
    'a member before its list',
    [...head, '// @column a[].b int', '// @column a map[]'],
    'theme/x.cypher:3: declare the list before, as map[]',
  ],
  [
    'a member of what is no list of maps',
    [...head, '// @column a map', '// @column a[].b int'],
    'theme/x.cypher:4: declare the list before, as map[]',
  ],
  [
    'a member of a member',
    [...head, '// @column a map[]', '// @column a[].b map[]', '// @column a[].b[].c int'],
    'theme/x.cypher:5: not a name',
  ],
])('refused: %s', (_name, lines, message) => {
  expect(() => parse(...lines)).toThrow(message);
});
