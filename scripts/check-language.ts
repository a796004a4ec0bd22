/**
 * Rejects words that are hard for readers with basic English, and suggests plain ones. `npm run check` runs it over all
 * text of the project. Add a word here once nothing uses it any more.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const WORDS: readonly (readonly [pattern: RegExp, better: string])[] = [
  [/\bbehind\b(?! (a|the) (reverse )?proxy)/i, 'after'],
  [/\btold\b/i, 'reported, listed, named'],
  [/\bgoes with\b/i, 'use it with, belongs to'],
  [/\bled on\b/i, 'advanced'],
  [/\bmend(s|ed|ing)?\b/i, 'fix'],
  [/\ball the same\b/i, 'nevertheless, still'],
  [/\bfor want of\b/i, 'because … is missing'],
  [/\bbreathe\b/i, 'yield to the event loop'],
  [/\bthere no more\b/i, 'removed'],
  [/\bwhere left out\b/i, 'default:'],
];
const TEXT = /\.(ts|mjs|md|graphql|cypher|yaml|yml)$/;
/** CHANGELOG.md is excluded because it names what was renamed. */
const LEFT_OUT =
  /^(CHANGELOG\.md|scripts\/check-language\.ts|seeds\/|tests\/fixtures\/|tools\/|playground\/)/;

const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => TEXT.test(file) && !LEFT_OUT.test(file));
let found = 0;
for (const file of files)
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries())
    for (const [pattern, better] of WORDS) {
      const word = pattern.exec(line)?.[0];
      if (word === undefined) continue;
      found += 1;
      console.error(`${file}:${index + 1}: "${word}": write ${better}`);
    }
if (found > 0) process.exit(1);
console.log(`the language of ${files.length} files is plain`);
