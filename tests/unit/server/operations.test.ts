import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOperation, readOperations } from '../../../src/server/operations.ts';

const GOOD = `# 一家单位
#
# 更多说明。
#
# statements: 2
# variables: {"name": "天津海关", "first": 3}
query OneAgency($name: String!, $first: Int) {
  agency(name: $name) { # 单位
    reformItems(first: $first) { totalCount }
  }
}
`;

describe('stored operations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-graph-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function read(text: string, name = 'one.graphql') {
    const file = join(folder, name);
    writeFileSync(file, text);
    return readOperation(file);
  }

  test('title, name, variables and cost come from the file; the query keeps its other comments', () => {
    expect(read(GOOD)).toEqual({
      name: 'OneAgency',
      title: '一家单位',
      statements: 2,
      variables: '{\n  "name": "天津海关",\n  "first": 3\n}',
      query: GOOD.replace(/# statements.*\n# variables.*\n/, ''),
    });
  });

  test('an operation without variables has no text for them', () => {
    const text = '# 概况\n# statements: 1\nquery Overview { graph { version } }\n';
    expect(read(text)).toMatchObject({
      variables: '',
      query: '# 概况\nquery Overview { graph { version } }\n',
    });
  });

  test('fragments stay with their operation', () => {
    expect(read(`${GOOD}fragment F on Agency { name }\n`).query).toContain('fragment F on Agency');
  });

  test.each([
    ['no title', GOOD.replace('# 一家单位\n', '')],
    ['no cost', GOOD.replace('# statements: 2\n', '')],
    ['a cost that is no number', GOOD.replace('statements: 2', 'statements: two')],
    ['no name', GOOD.replace('query OneAgency', 'query')],
    ['two operations', `${GOOD}query Two { graph { version } }`],
    ['no operation', '# 标题\n# statements: 1\nfragment F on Agency { name }'],
  ])('a file with %s is refused, and the error names the file', (_name, text) => {
    expect(() => read(text, 'bad.graphql')).toThrow(/bad\.graphql/);
  });

  test('a folder is read in file name order, and other files are ignored', () => {
    rmSync(folder, { recursive: true });
    const named = (name: string): string =>
      `# ${name}\n# statements: 1\nquery ${name} { graph { version } }\n`;
    mkdirSync(folder);
    for (const [file, name] of [
      ['b', 'Second'],
      ['a', 'First'],
      ['c', 'Third'],
    ] as const)
      writeFileSync(join(folder, `${file}.graphql`), named(name));
    writeFileSync(join(folder, 'notes.md'), '?');
    expect(readOperations(folder).map(({ name }) => name)).toEqual(['First', 'Second', 'Third']);
  });
});
