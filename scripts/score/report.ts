import { FACT_KINDS, type FactKind } from '../../src/ingest/facts/facts.ts';
import type { BulletinRow } from '../../src/ingest/read-bulletin.ts';
import type { ScoredFact, ScoredFacts } from './annotations.ts';
import {
  ATTRIBUTES,
  agrees,
  attributeOf,
  isAtSamePlace,
  type Matched,
  matchFacts,
  type Pair,
} from './match.ts';

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** If nothing was found and there was nothing to find, each score is 1. */
export function scoreOf({
  pairs,
  missed,
  falseHits,
}: Record<'pairs' | 'missed' | 'falseHits', { length: number }>): Score {
  const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  const precision = ratio(pairs.length, pairs.length + falseHits.length);
  const recall = ratio(pairs.length, pairs.length + missed.length);
  return {
    precision,
    recall,
    f1: ratio(2 * pairs.length, 2 * pairs.length + falseHits.length + missed.length),
  };
}

/** Precision, recall and F1 of each kind; every miss, false hit and differing attribute with its item and words. */
export function scoreLines(
  rows: readonly BulletinRow[],
  annotated: ReadonlyMap<number, ScoredFacts>,
  find: (row: BulletinRow) => ScoredFacts,
): string[] {
  const results = rows.map((row) => ({ row, said: annotated.get(row.number), found: find(row) }));
  const lines: string[] = [];
  const details: string[] = [];
  for (const kind of FACT_KINDS) {
    const items = results.map(({ row, said, found }) => {
      const [truth, guess] = [said?.[kind] ?? [], found[kind]];
      return { row, truth, guess, ...matchFacts(kind, truth, guess) };
    });
    const all = {
      pairs: items.flatMap(({ pairs }) => pairs),
      missed: items.flatMap(({ missed }) => missed),
      falseHits: items.flatMap(({ falseHits }) => falseHits),
    };
    lines.push(
      countsLine(kind, all),
      ...ATTRIBUTES[kind].map((attribute) => attributeLine(attribute, all.pairs)),
    );
    for (const item of items) details.push(...detailLines(kind, item));
  }
  return ['kind                annotated  found  right  precision  recall     F1', ...lines, '', ...details];
}

function countsLine(kind: FactKind, matched: Matched): string {
  const { pairs, missed, falseHits } = matched;
  const { precision, recall, f1 } = scoreOf(matched);
  const counts = [pairs.length + missed.length, pairs.length + falseHits.length, pairs.length];
  const [first = '', ...others] = counts.map(String);
  return [
    kind.padEnd(18),
    first.padStart(11),
    ...others.map((count) => count.padStart(6)),
    precision.toFixed(3).padStart(10),
    recall.toFixed(3).padStart(7),
    f1.toFixed(3).padStart(6),
  ].join(' ');
}

const attributeLine = (attribute: string, pairs: readonly Pair[]): string =>
  `  ${attribute} agrees in ${pairs.filter((pair) => agrees(pair, attribute)).length} of ${pairs.length}`;

interface ItemResult extends Matched {
  readonly row: BulletinRow;
  readonly truth: readonly ScoredFact[];
  readonly guess: readonly ScoredFact[];
}

function detailLines(kind: FactKind, { row, truth, guess, pairs, missed, falseHits }: ItemResult): string[] {
  const where = `item ${row.number} ${kind}`;
  const besides = (fact: ScoredFact, others: readonly ScoredFact[], word: string): string => {
    const other = others.find((each) => isAtSamePlace(each, fact));
    return other ? `; ${word} ${describe(other)}` : '';
  };
  return [
    ...missed.map(
      (fact) => `miss   ${where} ${quote(row, fact)} ${describe(fact)}${besides(fact, guess, 'found')}`,
    ),
    ...falseHits.map(
      (fact) => `false  ${where} ${quote(row, fact)} ${describe(fact)}${besides(fact, truth, 'annotated')}`,
    ),
    ...pairs.flatMap((pair) =>
      ATTRIBUTES[kind]
        .filter((attribute) => !agrees(pair, attribute))
        .map((attribute) => {
          const [is, should] = [
            attributeOf(pair.found, attribute),
            attributeOf(pair.annotated, attribute),
          ].map((value) => JSON.stringify(value) ?? 'none');
          return `differ ${where} ${quote(row, pair.annotated)} ${attribute}: found ${is}, annotated ${should}`;
        }),
    ),
  ];
}

const quote = (row: BulletinRow, { spans }: ScoredFact): string =>
  spans
    .map(({ field, start, end }) => `「${(field === 'TITLE' ? row.title : row.content).slice(start, end)}」`)
    .join('');

const describe = ({ spans: _, ...attributes }: ScoredFact): string => JSON.stringify(attributes);
