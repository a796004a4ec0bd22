import fc from 'fast-check';
import { withBlocks } from '../../../scripts/generate-blocks.ts';

const BLOCKS: Readonly<Record<string, string>> = {
  page: '// What it is for.\n// And more.\n\nWHERE $a\n  AND $b\nLIMIT $first\n',
  money: "WHERE n.price = '$1' OR n.name = '$&'\n",
};
const read = (name: string): string => {
  const text = BLOCKS[name];
  if (text === undefined) throw new Error(`no block ${name}`);
  return text;
};
const fill = (text: string): string => withBlocks('theme/x.cypher', text, read);

test('a block is filled with its text, without its comment, indented as its mark is', () => {
  expect(fill('MATCH (n)\n  // begin page\n  old\n  // end page\nRETURN n\n')).toBe(
    [
      'MATCH (n)',
      '  // begin page (cypher/blocks/page.cypher)',
      '  WHERE $a',
      '    AND $b',
      '  LIMIT $first',
      '  // end page',
      'RETURN n',
      '',
    ].join('\n'),
  );
});

test('several blocks, one of them twice, and empty ones', () => {
  const filled = fill(
    '// begin page\n// end page\nWITH n\n// begin money\nx\ny\n// end money\n\t// begin page\n\t// end page',
  );
  expect(filled).toBe(
    [
      '// begin page (cypher/blocks/page.cypher)\nWHERE $a\n  AND $b\nLIMIT $first\n// end page',
      'WITH n',
      "// begin money (cypher/blocks/money.cypher)\nWHERE n.price = '$1' OR n.name = '$&'\n// end money",
      '\t// begin page (cypher/blocks/page.cypher)\n\tWHERE $a\n\t  AND $b\n\tLIMIT $first\n\t// end page',
    ].join('\n'),
  );
});

test('what is filled stays as it is when filled again', () => {
  const piece = fc.constantFrom(
    'MATCH (n)\n',
    '// A comment.\n',
    '// begin page\n// end page\n',
    '  // begin money\n  old\n  // end money\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const filled = fill(pieces.join(''));
      expect(fill(filled)).toBe(filled);
    }),
  );
});

test('a text without blocks is left as it is', () => {
  const text = '// The beginning and the end.\n//\n// @mode read\nRETURN 1 // begin nothing\n';
  expect(fill(text)).toBe(text);
});

test.each([
  ['begun and not ended', '// begin page\nRETURN 1\n'],
  ['ended by another name', '// begin page\n// end money\n'],
  ['begun again before it is ended', '// begin page\nRETURN 1\n// begin page\n// end page\n'],
  ['one within another', '// begin page\n// begin money\n// end money\n// end page\n'],
  ['ended and not begun', 'RETURN 1\n// end page\n'],
])('refused, naming the file: %s', (_name, text) => {
  expect(() => fill(text)).toThrow(/^theme\/x\.cypher: /);
});

test('a block that there is not', () => {
  expect(() => fill('// begin nothing\n// end nothing\n')).toThrow('no block nothing');
});
