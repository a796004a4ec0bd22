// The reform items promoted to each given region.
//
// @mode   read
// @param  ids       string[]   one call serves a whole level
// @param  first     int
// @param  afterKey  string?   where the page begins; null is the list's own beginning
// @param  afterId   string?    the tie-break of afterKey
// @param  backward  boolean    read the list from its end
// @param  keyDown   boolean    read from the largest key to the smallest
// @param  withTotal boolean    count the whole list too
// @param  clauses   ItemClause[]?  a filter; null is none
// @column ownerId   string     which of $ids the row belongs to
// @column total     int        0 unless $withTotal
// @column edges     map[]
// @column edges[].key string
// @column edges[].node ReformItem
// @column edges[].edge PROMOTED_TO
UNWIND $ids AS ownerId
MATCH (o:Region {id: ownerId})
CALL (o) {
  MATCH (o)<-[x:PROMOTED_TO]-(n:ReformItem)
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
  WITH n, x, n.position AS key
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
  RETURN collect({key: key, node: properties(n), edge: properties(x)}) AS edges
}
CALL (o) {
  MATCH (o)<-[:PROMOTED_TO]-(n:ReformItem)
  WHERE $withTotal
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
  RETURN count(n) AS total
}
RETURN ownerId, total, edges
