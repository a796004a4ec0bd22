import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFactRules } from '../../../../src/ingest/facts/fact-rules.ts';
import { problemsOf, temporaryFolder } from '../bulletin-files.ts';
import { SEEDS } from '../tianjin-7.ts';
import { itemOf, vocabulary } from './fact-reading.ts';

const { numbers, firsts } = vocabulary.facts;

describe('what only looks like a fact', () => {
  test.each([...numbers.exclusions, ...firsts.exclusions].map((each) => [each.phrase, each] as const))(
    '%s: the rule passes over the words that it exists for, which stand where it says',
    (phrase, { pattern, item }) => {
      expect(phrase.match(pattern)).not.toBeNull();
      if (item !== undefined) {
        const { title, content } = itemOf(item);
        expect(`${title}\n${content}`).toContain(phrase);
      }
    },
  );
});

test('no word of a list stands twice', () => {
  const { names, organizations, agencies } = vocabulary.facts;
  const lists = {
    before: names.before,
    kept: names.kept,
    proper: names.proper,
    units: Object.values(numbers.units).flat(),
    suffixes: Object.values(organizations.suffixes).flatMap(({ named, placed }) => [...named, ...placed]),
    generic: organizations.generic,
    known: organizations.known.map(({ name }) => name),
    agencies: agencies.suffixes,
    classifiers: firsts.classifiers,
    leadingVerbs: firsts.leadingVerbs,
  };
  const twice = Object.entries(lists).flatMap(([name, words]) =>
    words.filter((word, index) => words.indexOf(word) !== index).map((word) => `${name}: ${word}`),
  );
  expect(twice).toEqual([]);
});

describe('files that are off', () => {
  const folder = temporaryFolder();
  const refuse = (name: string, text: string) => {
    cpSync(join(SEEDS, 'facts'), folder, { recursive: true });
    writeFileSync(join(folder, name), text);
    return problemsOf(() => readFactRules(folder));
  };

  test('a key that nobody reads', () => {
    const text = 'until: [截至]\neventNames: [峰会]\neventVerbs: [在]\nnow: [目前]\nlater: []\n';
    expect(refuse('dates.yaml', text)).toMatchObject([
      { file: join(folder, 'dates.yaml'), message: expect.stringContaining('later') },
    ]);
  });

  test('a word for a list', () => {
    expect(
      refuse('dates.yaml', 'until: 截至\neventNames: [峰会]\neventVerbs: [在]\nnow: [目前]\n'),
    ).toMatchObject([
      { line: 1, column: 8, text: 'until: 截至', message: expect.stringMatching(/^until: /) },
    ]);
  });

  test('a regular expression that is none is named with its place', () => {
    const name = 'first-claims.yaml';
    const text = readFileSync(join(SEEDS, 'facts', name), 'utf8').replace(
      'pattern: 首席,',
      "pattern: '首(席',",
    );
    const line = text.split('\n').findIndex((each) => each.includes('首(席')) + 1;
    expect(refuse(name, text)).toMatchObject([
      {
        file: join(folder, name),
        line,
        column: 16,
        message: expect.stringContaining('not a regular expression: 首(席'),
      },
    ]);
  });
});
