/**
 * The operations as a good engineer would write them by hand, one statement each: the best case for any server that
 * queries a database. Both engines get the same text.
 */
import type { OperationName, Value } from './operations.ts';

export interface HandStatement {
  readonly cypher: string;
  readonly params: (value: Value) => Readonly<Record<string, unknown>>;
}

const zonesAndThemes = (item: string): string => `
  CALL (${item}) { MATCH (${item})-[:PILOTED_IN]->(z:PilotZone) RETURN collect(z.name) AS zones }
  CALL (${item}) { MATCH (${item})-[:HAS_THEME]->(t:Theme) RETURN collect(t.name) AS themes }`;

const NESTED: HandStatement = {
  cypher: `
MATCH (a:Agency {id: $agency})
CALL (a) {
  MATCH (a)-[:RESPONSIBLE_FOR]->(i:ReformItem)
  WITH i
  ORDER BY i.position
  LIMIT $first
  CALL (i) {
    MATCH (i)<-[r:RESPONSIBLE_FOR]-(b:Agency)
    CALL (b) {
      MATCH (b)-[:RESPONSIBLE_FOR]->(j:ReformItem)
      WITH j
      ORDER BY j.position
      LIMIT 5
      ${zonesAndThemes('j')}
      WITH j, zones, themes
      ORDER BY j.position
      RETURN collect({code: j.code, title: j.title, zones: zones, themes: themes}) AS itemsOfAgency
    }
    WITH r, b, itemsOfAgency
    ORDER BY r.order
    RETURN collect({name: b.name, items: itemsOfAgency}) AS agencies
  }
  WITH i, agencies
  ORDER BY i.position
  RETURN collect({code: i.code, title: i.title, agencies: agencies}) AS items
}
RETURN a.name AS name, items`,
  params: ({ agency, first }) => ({ agency: `Agency:${agency}`, first }),
};

export const HAND_STATEMENTS: Partial<Record<OperationName, HandStatement>> = {
  item: {
    cypher: `
MATCH (i:ReformItem {id: $item})
CALL (i) {
  MATCH (i)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH r, a
  ORDER BY r.order
  RETURN collect([r.order, r.printedName, a.name]) AS agencies
}
CALL (i) { MATCH (i)-[:PROMOTED_TO]->(n:Region) RETURN collect(n.name) AS regions }
CALL (i) { MATCH (i)-[:PUBLISHED_IN]->(n:Batch) RETURN collect(n.code) AS batches }
${zonesAndThemes('i')}
CALL (i) { MATCH (i)-[:CITES]->(n:PolicyDocument) RETURN collect({title: n.title}) AS documents }
CALL (i) { MATCH (i)-[:MENTIONS]->(n:Organization) RETURN collect({name: n.name}) AS organizations }
CALL (i) { MATCH (i)-[:MENTIONS_AGENCY]->(n:Agency) RETURN collect(n.name) AS mentionedAgencies }
CALL (i) {
  MATCH (i)-[:STATES]->(n:FirstClaim)
  RETURN collect({scope: n.scope, kind: n.kind, subject: n.subject}) AS firstClaims
}
CALL (i) {
  MATCH (i)-[:STATES]->(n:Figure)
  RETURN collect({value: n.value, unit: n.unit, approximation: n.approximation}) AS figures
}
CALL (i) {
  MATCH (i)-[:STATES]->(n:Milestone)
  RETURN collect({date: n.date, precision: n.precision, event: n.event}) AS milestones
}
RETURN i.code AS code, i.title AS title, i.content AS content, i.scopeText AS scopeText, regions, batches, agencies,
  zones, themes, documents, organizations, mentionedAgencies, firstClaims, figures, milestones`,
    params: ({ item }) => ({ item: `ReformItem:${item}` }),
  },
  coOwners: {
    cypher: `
MATCH (a:Agency {id: $agency})-[:RESPONSIBLE_FOR]->(i:ReformItem)
WITH a, i
MATCH (i)<-[:RESPONSIBLE_FOR]-(b:Agency)
WHERE b.id <> a.id
RETURN b.name AS name, count(*) AS shared
ORDER BY shared DESC, name
LIMIT 100`,
    params: ({ agency }) => ({ agency: `Agency:${agency}` }),
  },
  // A position is never empty. The condition lets Neo4j read in index order and stop at the twentieth.
  page: {
    cypher: `
MATCH (i:ReformItem)
WHERE i.position > ''
WITH i
ORDER BY i.position
LIMIT 20
CALL (i) {
  MATCH (i)<-[r:RESPONSIBLE_FOR]-(a:Agency)
  WITH r, a
  ORDER BY r.order
  RETURN collect(a.name) AS agencies
}
${zonesAndThemes('i')}
RETURN i.code AS code, i.title AS title, agencies, zones, themes
ORDER BY i.position`,
    params: () => ({}),
  },
  nested: NESTED,
  rotating: NESTED,
  search: {
    cypher: `
MATCH (i:ReformItem)
WHERE i.title CONTAINS $word OR i.content CONTAINS $word
WITH i
ORDER BY i.position
WITH collect({code: i.code, title: i.title}) AS found
RETURN size(found) AS total, found[0..20] AS items`,
    params: ({ word }) => ({ word }),
  },
  // The two halves are separate for the embedded engine; see network in ../raw-queries.ts.
  network: {
    cypher: `
MATCH (i:ReformItem)
WHERE i.agencyCount > 1
MATCH (i)<-[:RESPONSIBLE_FOR]-(a:Agency)
WITH i, a
MATCH (i)<-[:RESPONSIBLE_FOR]-(b:Agency)
WHERE a.id < b.id
RETURN a.name AS a, b.name AS b, count(i) AS shared
ORDER BY shared DESC, a, b
LIMIT 500`,
    params: () => ({}),
  },
};
