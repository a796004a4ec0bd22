/**
 * The questions of the benchmark as a good engineer would write them by hand, one statement each: the reference for the
 * server's answers. Both engines get the same text, except for the word index, which only Neo4j has. Comments say which
 * alternatives failed, so that nobody needs to try them again.
 */
import type { Engine } from '../src/store/store.ts';

/** The subjects of the questions. `from`, `to` and `agency` are node ids. */
export interface Sample {
  readonly from: string;
  readonly to: string;
  readonly agency: string;
  readonly word: string;
}

export interface RawQuery {
  /** The contents of one row, and the order of the rows. */
  readonly rows: string;
  readonly cypher: string;
  readonly params: (sample: Sample) => Readonly<Record<string, string | number>>;
  /** The only engine that can run it; undefined means both. */
  readonly only?: Engine;
}

export const SAMPLES = {
  /** For seeds/: six steps apart, the longest path that is requested. */
  seeds: {
    from: 'Agency:天津海关',
    to: 'Agency:天津市政务服务办',
    agency: 'Agency:天津海关',
    word: '融资租赁',
  },
  /** For bench/synthetic.ts from 1,000 items on: two agencies of average load, and the one with most items. */
  synthetic: {
    from: 'Agency:东丽区商务局',
    to: 'Agency:天津市公积金中心',
    agency: 'Agency:天津海关',
    word: '融资租赁',
  },
} as const satisfies Record<string, Sample>;

/** `searchIndexed` needs it. Wait for it with `CALL db.awaitIndexes()`. */
export const WORD_INDEX = `
CREATE FULLTEXT INDEX bench_words IF NOT EXISTS FOR (i:ReformItem) ON EACH [i.title, i.content]
OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'cjk'}}`;

/** In quotes, Lucene matches the pairs of characters in their order, like CONTAINS. */
const lucenePhrase = (word: string): string => `"${word.replace(/["\\]/g, '\\$&')}"`;

export const RAW_QUERIES = {
  shortestPaths: {
    rows: 'a path: ids and names of its nodes, types of its relationships; all equally short, by ids',
    cypher: `
MATCH p = allShortestPaths(
  (:Entity {id: $from})
  -[:RESPONSIBLE_FOR|PILOTED_IN|HAS_THEME|NARROWER_THAN|PART_OF|ADMINISTERS*..6]-
  (:Entity {id: $to})
)
WITH [n IN nodes(p) | n.id] AS ids, p
ORDER BY ids
LIMIT $most
RETURN ids, [n IN nodes(p) | coalesce(n.name, n.title)] AS names, [r IN relationships(p) | type(r)] AS types`,
    params: ({ from, to }) => ({ from, to, most: 10 }),
  },

  // min(length(p)) of a path variable takes twice as long on the embedded engine, and as long on Neo4j. A UNION of the
  // three depths takes as long on the embedded engine, and twice as long on Neo4j.
  neighbourhood: {
    rows: 'one: the nodes, nearest first, then by id; the relationships between them, by ids and type',
    cypher: `
MATCH (a:Entity {id: $agency})
MATCH (a)-[steps*0..2]-(n:Entity)
WITH n, min(size(steps)) AS depth
ORDER BY depth, n.id
LIMIT $most
WITH collect(n) AS near, collect({id: n.id, name: coalesce(n.name, n.title), depth: depth}) AS nodes
CALL (near) {
  UNWIND near AS x
  MATCH (x)-[r]->(y:Entity)
  WHERE y IN near
  WITH x, r, y
  ORDER BY x.id, type(r), y.id
  RETURN collect({from: x.id, type: type(r), to: y.id}) AS relationships
}
RETURN nodes, relationships`,
    params: ({ agency }) => ({ agency, most: 200 }),
  },

  coOwners: {
    rows: 'another agency and how many items both have, most first, then by id',
    cypher: `
MATCH (a:Entity {id: $agency})-[:RESPONSIBLE_FOR]->(i:ReformItem)
WITH a, i
MATCH (i)<-[:RESPONSIBLE_FOR]-(b:Agency)
WHERE b.id <> a.id
RETURN b.id AS id, b.name AS name, count(*) AS shared
ORDER BY shared DESC, id`,
    params: ({ agency }) => ({ agency }),
  },

  // The two halves are separate because the embedded engine, given both in one MATCH with i bound before it, starts
  // from all pairs of agencies: 10 s at 10,000 items instead of 30 ms.
  network: {
    rows: 'a pair of agencies, the number and the codes of the items that both have, most first, then by ids',
    cypher: `
MATCH (i:ReformItem)
WHERE i.agencyCount > 1
MATCH (i)<-[:RESPONSIBLE_FOR]-(a:Agency)
WITH i, a
MATCH (i)<-[:RESPONSIBLE_FOR]-(b:Agency)
WHERE a.id < b.id
WITH a, b, i
ORDER BY i.position
RETURN a.id AS a, b.id AS b, count(i) AS shared, collect(i.code) AS items
ORDER BY shared DESC, a, b`,
    params: () => ({}),
  },

  matrix: {
    rows: 'a pair among the 50 agencies with most items that has items in common, and how many; by ids',
    cypher: `
MATCH (a:Agency)
WITH a, COUNT { (a)-[:RESPONSIBLE_FOR]->() } AS load
ORDER BY load DESC, a.id
LIMIT $most
WITH collect(a) AS busiest
UNWIND busiest AS a
MATCH (a)-[:RESPONSIBLE_FOR]->(i:ReformItem)
WHERE i.agencyCount > 1
WITH busiest, a, i
MATCH (i)<-[:RESPONSIBLE_FOR]-(b:Agency)
WHERE a.id < b.id AND b IN busiest
RETURN a.id AS a, b.id AS b, count(i) AS shared
ORDER BY a, b`,
    params: () => ({ most: 50 }),
  },

  crossTabulation: {
    rows: 'a zone and a theme, the number and the codes of the items that have both; by ids',
    cypher: `
MATCH (z:PilotZone)
MATCH (z)<-[:PILOTED_IN]-(i:ReformItem)
WITH z, i
MATCH (i)-[:HAS_THEME]->(t:Theme)
WITH z, t, i
ORDER BY i.position
RETURN z.id AS zone, t.id AS theme, count(i) AS items, collect(i.code) AS codes
ORDER BY zone, theme`,
    params: () => ({}),
  },

  // A position is never empty. The condition lets Neo4j read in index order and stop at the twentieth.
  search: {
    rows: 'an item whose title or content contains the word, by position',
    cypher: `
MATCH (i:ReformItem)
WHERE i.position > '' AND (i.title CONTAINS $word OR i.content CONTAINS $word)
RETURN i.code AS code, i.title AS title
ORDER BY i.position
LIMIT $first`,
    params: ({ word }) => ({ word, first: 20 }),
  },

  searchIndexed: {
    only: 'neo4j',
    rows: 'an item whose title or content contains the word, best first, then by position',
    cypher: `
CALL db.index.fulltext.queryNodes('bench_words', $phrase) YIELD node AS i, score
RETURN i.code AS code, i.title AS title
ORDER BY score DESC, i.position
LIMIT $first`,
    params: ({ word }) => ({ phrase: lucenePhrase(word), first: 20 }),
  },
} as const satisfies Record<string, RawQuery>;
