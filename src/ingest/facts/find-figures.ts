import type { Approximation } from '../../domain/facts.ts';
import { type Phrase, PhraseFinder } from '../find-phrases.ts';
import type { FactRules, NumberRules } from './fact-rules.ts';
import type { Figure } from './facts.ts';
import type { FieldText } from './field-text.ts';
import { dateOf } from './figure-date.ts';
import { isWithin } from './find-excluded.ts';
import { type ReadNumber, readNumber } from './read-number.ts';
import type { Range } from './sentences.ts';

const BEGINNING = /[\d〇零一二两三四五六七八九十百千万亿]/;
const RUN = /[\d.,]+|[〇零一二两三四五六七八九十百千万亿]+/y;
const YEAR = /^(?:19|20)\d{2}$/;
const PERCENT = /百分之/y;
/** Between two numbers. In 3至5个工作日 the first number has the unit of the second. */
const RANGE = /\s*(?:至|到|—+|–|-|~|～)\s*/y;

/** The maximum number of characters from the start of a qualifier to its number, including spaces. */
const WINDOW = 8;

interface Quantity extends Range {
  readonly number: ReadNumber;
  readonly unit: string;
}

/** Finds the quantities of a text: numbers with a unit, including the words for their exactness (such as 近). */
export class FigureFinder {
  readonly #rules: FactRules;
  readonly #units: readonly string[];
  readonly #timeUnits: ReadonlySet<string>;
  readonly #before: PhraseFinder<Approximation>;
  readonly #after: readonly (readonly [words: string, approximation: Approximation])[];

  constructor(rules: FactRules) {
    const { units, before, notBefore, after } = rules.numbers;
    this.#rules = rules;
    this.#units = Object.values(units).flat().sort(longestFirst);
    this.#timeUnits = new Set(units.time);
    this.#before = new PhraseFinder<Approximation>([
      ...pairs(before).map(([words, meaning]): Phrase<Approximation> => ({ words, meaning })),
      ...notBefore.map((words): Phrase<Approximation> => ({ words, meaning: null })),
    ]);
    this.#after = pairs(after).sort(([a], [b]) => longestFirst(a, b));
  }

  /** The figures of a field, from left to right. Skips dates and the places that the rules exclude. */
  find(fieldText: FieldText): Figure[] {
    const { field, half, dates, notNumbers } = fieldText;
    const passed = [...notNumbers, ...dates];
    const figures: Figure[] = [];
    for (let at = 0; at < half.length; at += 1) {
      if (!BEGINNING.test(half.charAt(at)) || isWithin(passed, at)) continue;
      const quantity = this.#quantityAt(half, at);
      if (quantity === null) {
        at = endOfRun(half, at) - 1; // 二三十家 is not one number, so 三十家 in it is not one either
        continue;
      }
      const { approximation, start, end } = this.#withQualifiers(half, quantity);
      at = quantity.end - 1;
      if (quantity.number.bare && approximation === 'EXACT') continue; // 百姓, 千家万户
      const date = dateOf(fieldText, start, this.#rules.dates.now);
      const { unitNames } = this.#rules.numbers;
      figures.push({
        value: quantity.number.value,
        unit: unitNames[quantity.unit] ?? quantity.unit,
        approximation,
        ...(date === undefined ? {} : { date }),
        spans: [{ field, start, end }],
      });
    }
    return figures;
  }

  #quantityAt(text: string, start: number): Quantity | null {
    PERCENT.lastIndex = start;
    const percent = PERCENT.exec(text);
    const number = readNumber(text, start + (percent?.[0].length ?? 0));
    if (number === null) return null;
    if (percent) return { start, end: number.end, number, unit: '%' };
    const unitAt = number.end + (/^\s*/.exec(text.slice(number.end))?.[0].length ?? 0);
    const unit = this.#units.find((each) => text.startsWith(each, unitAt));
    if (unit === '年' && YEAR.test(text.slice(start, number.end))) return null; // part of a date that does not exist
    if (unit !== undefined) return { start, end: unitAt + unit.length, number, unit };
    RANGE.lastIndex = number.end;
    const joined = RANGE.exec(text);
    const other = joined && this.#quantityAt(text, number.end + joined[0].length);
    return other && { start, end: number.end, number, unit: other.unit };
  }

  #withQualifiers(
    text: string,
    { start, end, number, unit }: Quantity,
  ): Range & { approximation: Approximation } {
    const before = text.slice(Math.max(0, start - WINDOW), start);
    const qualifier = this.#before.find(before).find((match) => before.slice(match.end).trim() === '');
    const { within, beforeUnit } = this.#rules.numbers;
    const isUnitOnly = qualifier === undefined && number.bare && before.endsWith(beforeUnit);
    const following = text.slice(end);
    const after = this.#after.find(([words]) => following.startsWith(words));
    const isWithin = after === undefined && this.#timeUnits.has(unit) && following.startsWith(within);
    return {
      start: qualifier
        ? start - before.length + qualifier.start
        : start - (isUnitOnly ? beforeUnit.length : 0),
      end: end + (after?.[0].length ?? (isWithin ? within.length : 0)),
      approximation:
        qualifier?.meaning ??
        after?.[1] ??
        (isWithin ? 'BELOW' : number.above || isUnitOnly ? 'ABOVE' : 'EXACT'),
    };
  }
}

function endOfRun(text: string, at: number): number {
  RUN.lastIndex = at;
  return at + (RUN.exec(text)?.[0].length ?? 1);
}

const longestFirst = (a: string, b: string): number => b.length - a.length;

const pairs = (lists: NumberRules['before']): [words: string, approximation: Approximation][] =>
  (Object.entries(lists) as [Approximation, string[]][]).flatMap(([approximation, list]) =>
    list.map((words): [string, Approximation] => [words, approximation]),
  );
