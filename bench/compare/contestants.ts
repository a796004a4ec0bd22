import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from './dataset.ts';
import { handDialect } from './hand-dialect.ts';
import type { Dialect } from './operations.ts';
import { ourDialect } from './our-dialect.ts';
import { peerDialect } from './peer-dialect.ts';

export interface Contestant {
  /** As in the tables. */
  readonly name: string;
  readonly engine: 'embedded' | 'neo4j' | 'none';
  readonly dialect: Dialect;
  /** Where it is not one's business to say: undefined; else how many statements one request takes. */
  readonly statements: number | undefined | 'explained';
  readonly args: readonly string[];
  readonly environment: (data: Dataset) => Readonly<Record<string, string>>;
}

export const PEER = '@neo4j/graphql';

const ROOT = join(import.meta.dirname, '../..');
const inPeer = (file: string): string => join(ROOT, 'bench/peer', file);

/** As `npm start` starts it, after the build. */
const START = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts.start as string;

/** Nothing is remembered of an earlier request; then rows, as by default; then whole answers too, as by default. */
const CACHES = {
  cold: { ANSWER_CACHE_MB: '0' },
  warm: { ANSWER_CACHE_MB: '0' },
  answers: {},
} as const;

const ours = (engine: 'embedded' | 'neo4j', caches: keyof typeof CACHES): Contestant => ({
  name: `ours ${engine} ${caches}`,
  engine,
  dialect: ourDialect,
  statements: 'explained',
  args: [...START.split(' ').slice(1), '--json'],
  environment: (data) => ({
    GRAPH_URL: urlOf(data, engine),
    SEEDS: data.seeds,
    EXPLAIN: 'on',
    ...CACHES[caches],
  }),
});

const byHand = (engine: 'embedded' | 'neo4j'): Contestant => ({
  name: `by hand ${engine}`,
  engine,
  dialect: handDialect,
  statements: 1,
  args: ['--import', 'tsx', join(ROOT, 'bench/hand-server.ts')],
  environment: (data) => ({ GRAPH_URL: urlOf(data, engine) }),
});

const urlOf = (data: Dataset, engine: 'embedded' | 'neo4j'): string =>
  (engine === 'embedded' ? data.embeddedUrl : data.neo4jUrl) ?? '';

const peer: Contestant = {
  name: PEER,
  engine: 'neo4j',
  dialect: peerDialect,
  statements: 1,
  args: [inPeer('peer-server.mjs')],
  environment: (data) => ({ GRAPH_URL: urlOf(data, 'neo4j') }),
};

const memory: Contestant = {
  name: 'memory',
  engine: 'none',
  dialect: ourDialect,
  statements: 0,
  args: [inPeer('memory-server.mjs')],
  environment: ({ graphFile }) => ({ GRAPH_FILE: graphFile }),
};

/**
 * In the order in which they run. The peer is last, since Neo4j gets quicker the longer it runs: what that is worth it
 * has over all others.
 */
export const CONTESTANTS: readonly Contestant[] = [
  memory,
  byHand('embedded'),
  ours('embedded', 'cold'),
  ours('embedded', 'warm'),
  ours('embedded', 'answers'),
  byHand('neo4j'),
  ours('neo4j', 'cold'),
  ours('neo4j', 'warm'),
  ours('neo4j', 'answers'),
  peer,
];

/** Between them they send Neo4j every statement that it will be timed on. */
export const DATABASE_WARMERS: readonly Contestant[] = [peer, byHand('neo4j'), ours('neo4j', 'cold')];
