// Pairs of agencies that share reform items, most shared first.
//
// @mode   read
// @param  first     int
// @param  afterKey  int?      where the page begins; null is the list's own beginning
// @param  afterId   string?    the tie-break of afterKey
// @param  backward  boolean    read the list from its end
// @param  keyDown   boolean    read from the largest key to the smallest
// @param  withTotal boolean    count the whole list too
// @param  minShared int
// @param  mostItems int        shared items named per pair
// @param  clauses   ItemClause[]?  a filter; null is none
// @column total     int        0 unless $withTotal
// @column edges     map[]
// @column edges[].key int
// @column edges[].pairId string
// @column edges[].a Agency
// @column edges[].b Agency
// @column edges[].shared int
// @column edges[].either int         items that at least one of the two is responsible for
// @column edges[].itemIds string[]  the first $mostItems shared ones, in order
MATCH (a:Agency)
CALL (a) {
  MATCH (a)-[:RESPONSIBLE_FOR]->(n:ReformItem)
  // begin item-filter (cypher/blocks/item-filter.cypher)
  CALL (n) {
    WITH n
    WHERE $clauses IS NULL
    RETURN true AS meets
    UNION ALL
    WITH n
    WHERE $clauses IS NOT NULL
    WITH n,
         [(n)<-[:RESPONSIBLE_FOR]-(responsible:Agency) | responsible.id] AS agencies,
         [(n)-[:PILOTED_IN]->(zone:PilotZone) | zone.id] AS zones,
         [(n)-[:HAS_THEME]->(theme:Theme) | theme.id] AS themes,
         [(n)-[:PROMOTED_TO]->(region:Region) | region.id] AS regions,
         [(n)-[:PUBLISHED_IN]->(batch:Batch) | batch.id] AS batches,
         toLower(n.title + '\n' + n.content) AS words
    WITH n, agencies, zones, themes, agencies + zones + themes + regions + batches AS linked, words
    WHERE any(c IN $clauses WHERE
          all(i IN c.linkedToAll WHERE i IN linked)
      AND all(l IN c.linkedToAny WHERE any(i IN l WHERE i IN linked))
      AND none(i IN c.linkedToNone WHERE i IN linked)
      AND all(w IN c.containsAll WHERE words CONTAINS w)
      AND none(w IN c.containsNone WHERE words CONTAINS w)
      AND size(agencies) >= c.minAgencies AND size(agencies) <= c.maxAgencies
      AND size(zones) >= c.minZones AND size(zones) <= c.maxZones
      AND size(themes) >= c.minThemes AND size(themes) <= c.maxThemes)
    RETURN true AS meets
  }
  // end item-filter
  WITH a, n
  MATCH (n)<-[:RESPONSIBLE_FOR]-(b:Agency)
  WHERE a.id < b.id
  WITH a, b, n ORDER BY n.position
  WITH a, b, count(n) AS shared, collect(n.id) AS itemIds
  WHERE shared >= $minShared
  RETURN b, {id: a.id + ' ' + b.id, shared: shared, itemIds: itemIds[..$mostItems]} AS pair
}
WITH pair AS n, {a: a, b: b} AS x, -pair.shared AS key
// begin keyset (cypher/blocks/keyset.cypher)
WHERE CASE WHEN $afterKey IS NULL THEN true
           WHEN key = $afterKey THEN CASE WHEN $backward THEN n.id < $afterId ELSE n.id > $afterId END
           WHEN $keyDown THEN key < $afterKey
           ELSE key > $afterKey END
WITH n, x, key
ORDER BY CASE WHEN $keyDown THEN null ELSE key END, CASE WHEN $keyDown THEN key END DESC,
         CASE WHEN $backward THEN null ELSE n.id + '' END, CASE WHEN $backward THEN n.id + '' END DESC
LIMIT $first
// end keyset
WITH n AS pair, x, key
CALL (x) {
  UNWIND [x.a.id, x.b.id] AS ownerId
  MATCH (o:Agency {id: ownerId})
  MATCH (o)-[:RESPONSIBLE_FOR]->(n:ReformItem)
  // begin item-filter (cypher/blocks/item-filter.cypher)
  CALL (n) {
    WITH n
    WHERE $clauses IS NULL
    RETURN true AS meets
    UNION ALL
    WITH n
    WHERE $clauses IS NOT NULL
    WITH n,
         [(n)<-[:RESPONSIBLE_FOR]-(responsible:Agency) | responsible.id] AS agencies,
         [(n)-[:PILOTED_IN]->(zone:PilotZone) | zone.id] AS zones,
         [(n)-[:HAS_THEME]->(theme:Theme) | theme.id] AS themes,
         [(n)-[:PROMOTED_TO]->(region:Region) | region.id] AS regions,
         [(n)-[:PUBLISHED_IN]->(batch:Batch) | batch.id] AS batches,
         toLower(n.title + '\n' + n.content) AS words
    WITH n, agencies, zones, themes, agencies + zones + themes + regions + batches AS linked, words
    WHERE any(c IN $clauses WHERE
          all(i IN c.linkedToAll WHERE i IN linked)
      AND all(l IN c.linkedToAny WHERE any(i IN l WHERE i IN linked))
      AND none(i IN c.linkedToNone WHERE i IN linked)
      AND all(w IN c.containsAll WHERE words CONTAINS w)
      AND none(w IN c.containsNone WHERE words CONTAINS w)
      AND size(agencies) >= c.minAgencies AND size(agencies) <= c.maxAgencies
      AND size(zones) >= c.minZones AND size(zones) <= c.maxZones
      AND size(themes) >= c.minThemes AND size(themes) <= c.maxThemes)
    RETURN true AS meets
  }
  // end item-filter
  RETURN count(DISTINCT n) AS either
}
WITH pair, x, key, either
ORDER BY CASE WHEN $keyDown THEN null ELSE key END, CASE WHEN $keyDown THEN key END DESC,
         CASE WHEN $backward THEN null ELSE pair.id END, CASE WHEN $backward THEN pair.id END DESC
WITH collect({
  key: key, pairId: pair.id, a: properties(x.a), b: properties(x.b),
  shared: pair.shared, either: either, itemIds: pair.itemIds
}) AS edges
CALL () {
  MATCH (a:Agency)
  WHERE $withTotal
  CALL (a) {
    MATCH (a)-[:RESPONSIBLE_FOR]->(n:ReformItem)
    // begin item-filter (cypher/blocks/item-filter.cypher)
    CALL (n) {
      WITH n
      WHERE $clauses IS NULL
      RETURN true AS meets
      UNION ALL
      WITH n
      WHERE $clauses IS NOT NULL
      WITH n,
           [(n)<-[:RESPONSIBLE_FOR]-(responsible:Agency) | responsible.id] AS agencies,
           [(n)-[:PILOTED_IN]->(zone:PilotZone) | zone.id] AS zones,
           [(n)-[:HAS_THEME]->(theme:Theme) | theme.id] AS themes,
           [(n)-[:PROMOTED_TO]->(region:Region) | region.id] AS regions,
           [(n)-[:PUBLISHED_IN]->(batch:Batch) | batch.id] AS batches,
           toLower(n.title + '\n' + n.content) AS words
      WITH n, agencies, zones, themes, agencies + zones + themes + regions + batches AS linked, words
      WHERE any(c IN $clauses WHERE
            all(i IN c.linkedToAll WHERE i IN linked)
        AND all(l IN c.linkedToAny WHERE any(i IN l WHERE i IN linked))
        AND none(i IN c.linkedToNone WHERE i IN linked)
        AND all(w IN c.containsAll WHERE words CONTAINS w)
        AND none(w IN c.containsNone WHERE words CONTAINS w)
        AND size(agencies) >= c.minAgencies AND size(agencies) <= c.maxAgencies
        AND size(zones) >= c.minZones AND size(zones) <= c.maxZones
        AND size(themes) >= c.minThemes AND size(themes) <= c.maxThemes)
      RETURN true AS meets
    }
    // end item-filter
    WITH a, n
    MATCH (n)<-[:RESPONSIBLE_FOR]-(b:Agency)
    WHERE a.id < b.id
    WITH b, count(n) AS shared
    WHERE shared >= $minShared
    RETURN count(b) AS pairs
  }
  RETURN coalesce(sum(pairs), 0) AS total
}
RETURN total, edges
