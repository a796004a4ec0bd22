import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFactRules } from '../../../../src/ingest/facts/fact-rules.ts';
import { problemsOf, temporaryFolder } from '../bulletin-files.ts';
import { SEEDS } from '../tianjin-7.ts';
import { itemOf, vocabulary } from './fact-reading.ts';

const { numbers, firsts } = vocabulary.facts;

describe('texts that only look like a fact', () => {
  test.each([...numbers.exclusions, ...firsts.exclusions].map((each) => [each.phrase, each] as const))(
    '%s: the rule skips its intended words, and they occur in the given item',
    (phrase, { pattern, item }) => {
      expect(phrase.match(pattern)).not.toBeNull();
      if (item !== undefined) {
        const { title, content } = itemOf(item);
        expect(`${title}\n${content}`).toContain(phrase);
      }
    },
  );
});

test('no word occurs twice in a list', () => {
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

describe('invalid files', () => {
  const folder = temporaryFolder();
  const refuse = (name: string, text: string) => {
    cpSync(join(SEEDS, 'facts'), folder, { recursive: true });
    writeFileSync(join(folder, name), text);
    return problemsOf(() => readFactRules(folder));
  };

  test('an unknown key', () => {
    const text = 'until: [截至]\neventNames: [峰会]\neventVerbs: [在]\nnow: [目前]\nlater: []\n';
    expect(refuse('dates.yaml', text)).toMatchObject([
      { file: join(folder, 'dates.yaml'), message: expect.stringContaining('later') },
    ]);
  });

  test('a word instead of a list', () => {
    expect(
      refuse('dates.yaml', 'until: 截至\neventNames: [峰会]\neventVerbs: [在]\nnow: [目前]\n'),
    ).toMatchObject([
      { line: 1, column: 8, text: 'until: 截至', message: expect.stringMatching(/^until: /) },
    ]);
  });

  test('an invalid regular expression is reported with its position', () => {
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
