import { join } from 'node:path';
import type { Dataset } from './dataset.ts';
import { handDialect } from './hand-dialect.ts';
import { keepAnswers } from './keep-answers.ts';
import type { Dialect } from './operations.ts';
import { ourDialect } from './our-dialect.ts';
import { OUR_START } from './our-start.ts';
import { peerDialect } from './peer-dialect.ts';

export type Engine = 'embedded' | 'neo4j';

export interface Contestant {
  /** As shown in the tables. */
  readonly name: string;
  readonly engine: Engine | 'none';
  readonly dialect: Dialect;
  /** The number of statements for one request; `explained` if the server reports it. */
  readonly statements: number | 'explained';
  readonly args: readonly string[];
  readonly environment: (data: Dataset) => Readonly<Record<string, string>>;
  /** Prepares what the contestant needs before it starts. */
  readonly prepare?: (data: Dataset) => Promise<void>;
}

export const PEER = '@neo4j/graphql';
export const MERCURIUS = 'mercurius';
export const KEPT_BYTES = 'kept bytes';

const ROOT = join(import.meta.dirname, '../..');
const inPeer = (file: string): string => join(ROOT, 'bench/peer', file);

/** Without caching of results, or with the default: parts of answers and whole answers are cached. */
const MODES = {
  'nothing kept': { ANSWER_CACHE_MB: '0' },
  default: {},
} as const;
export type Mode = keyof typeof MODES;

export const ourName = (engine: Engine, mode: Mode): string => `ours ${engine} ${mode}`;

const ours = (engine: Engine, mode: Mode): Contestant => ({
  name: ourName(engine, mode),
  engine,
  dialect: ourDialect,
  statements: 'explained',
  args: OUR_START,
  environment: (data) => ({
    GRAPH_URL: urlOf(data, engine),
    SEEDS: data.seeds,
    EXPLAIN: 'on',
    ...MODES[mode],
  }),
});

const byHand = (engine: Engine): Contestant => ({
  name: `by hand ${engine}`,
  engine,
  dialect: handDialect,
  statements: 1,
  args: ['--import', 'tsx', join(ROOT, 'bench/hand-server.ts')],
  environment: (data) => ({ GRAPH_URL: urlOf(data, engine) }),
});

const urlOf = (data: Dataset, engine: Engine): string =>
  (engine === 'embedded' ? data.embeddedUrl : data.neo4jUrl) ?? '';

const peer: Contestant = {
  name: PEER,
  engine: 'neo4j',
  dialect: peerDialect,
  statements: 1,
  args: [inPeer('peer-server.mjs')],
  environment: (data) => ({ GRAPH_URL: urlOf(data, 'neo4j') }),
};

/** The hand-written part of our schema has no ranking. */
const handWrittenDialect: Dialect = {
  ...ourDialect,
  body: (operation, value) => (operation === 'ranked' ? undefined : ourDialect.body(operation, value)),
};

const overPlainObjects = (name: string, file: string): Contestant => ({
  name,
  engine: 'none',
  dialect: handWrittenDialect,
  statements: 0,
  args: [inPeer(file)],
  environment: ({ graphFile }) => ({ GRAPH_FILE: graphFile }),
});

const keptBytes: Contestant = {
  name: KEPT_BYTES,
  engine: 'none',
  dialect: ourDialect,
  statements: 0,
  args: [inPeer('kept-server.mjs')],
  environment: ({ answersFile }) => ({ ANSWERS_FILE: answersFile }),
  prepare: (data) => keepAnswers(ours('embedded', 'default'), data),
};

/**
 * In the order of the run. The peer is last: Neo4j gets faster the longer it runs, so this order favours the peer over
 * all others.
 */
export const CONTESTANTS: readonly Contestant[] = [
  overPlainObjects('memory', 'memory-server.mjs'),
  overPlainObjects(MERCURIUS, 'mercurius-server.mjs'),
  keptBytes,
  byHand('embedded'),
  ours('embedded', 'nothing kept'),
  ours('embedded', 'default'),
  byHand('neo4j'),
  ours('neo4j', 'nothing kept'),
  ours('neo4j', 'default'),
  peer,
];

/** Together they send Neo4j every statement that it will be timed on. */
export const DATABASE_WARMERS: readonly Contestant[] = [peer, byHand('neo4j'), ours('neo4j', 'nothing kept')];
