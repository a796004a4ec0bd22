import { parse, print, stripIgnoredCharacters } from 'graphql';
import { smallerDocuments } from '../../support/operation-generator/smaller-documents.ts';

const smallerThan = (text: string): string[] =>
  [...smallerDocuments(parse(text))].map((document) => stripIgnoredCharacters(print(document)));

describe('smaller documents', () => {
  test('lack one selection, or replace a fragment with its contents', () => {
    expect(smallerThan('{ a { b c } ... { d } }')).toEqual([
      '{...{d}}',
      '{a{b c}}',
      '{a{b c}d}',
      '{a{c}...{d}}',
      '{a{b}...{d}}',
    ]);
  });

  test('lack one operation, condition, argument or part of a value', () => {
    expect(smallerThan('query A { a } query B { b }')).toEqual(['query B{b}', 'query A{a}']);
    expect(smallerThan('{ a(x: [1, 2]) @skip(if: false) }')).toEqual([
      '{a(x:[1 2])}',
      '{a@skip(if:false)}',
      '{a(x:[2])@skip(if:false)}',
      '{a(x:[1])@skip(if:false)}',
    ]);
  });

  test('have no unused fragments or variables', () => {
    expect(smallerThan('query ($v: Int) { a ...F } fragment F on Query { b(v: $v) }')).toEqual([
      'query($v:Int){...F}fragment F on Query{b(v:$v)}',
      '{a}',
      'query($v:Int){a b(v:$v)}',
      '{a ...F}fragment F on Query{b}',
    ]);
  });
});
