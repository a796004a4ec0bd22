// A page of agencies, in a given order: those of given kinds and levels that have at least so many of some items.
// With $minItems 0 also those that are only named in texts.
//
// @mode   read
// @param  first     int
// @param  afterKey  string?   where the page begins; null is the list's own beginning
// @param  afterId   string?    the tie-break of afterKey
// @param  backward  boolean    read the list from its end
// @param  keyDown   boolean    read from the largest key to the smallest
// @param  withTotal boolean    count the whole list too
// @param  orderBy   string     NAME or REFORM_ITEM_COUNT
// @param  kinds     string[]
// @param  levels    string[]
// @param  minItems  int        0 is no condition
// @param  clauses   ItemClause[]?  which items count; null is all
// @column total     int        0 unless $withTotal
// @column edges     map[]
// @column edges[].key string
// @column edges[].node Agency
MATCH (a:Agency)
WHERE a.kind IN $kinds AND a.level IN $levels
  AND ($minItems < 1 OR EXISTS { (a)-[:RESPONSIBLE_FOR]->(:ReformItem) })
CALL (a) {
  WITH a
  WHERE $minItems < 1 OR ($minItems = 1 AND $clauses IS NULL)
  RETURN true AS has
  UNION ALL
  WITH a
  WHERE $minItems > 1 OR ($minItems = 1 AND $clauses IS NOT NULL)
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
  WITH a, count(n) AS items
  WHERE items >= $minItems
  RETURN true AS has
}
WITH a AS n
WITH n, null AS x, CASE $orderBy
  WHEN 'REFORM_ITEM_COUNT' THEN right('000000' + toString(size([(n)-[:RESPONSIBLE_FOR]->(r:ReformItem) | r.id])), 7)
  ELSE n.pinyin + '' END AS key
// begin keyset (cypher/blocks/keyset.cypher)
WHERE $afterKey IS NULL
   OR (key = $afterKey AND ((NOT $backward AND n.id > $afterId) OR ($backward AND n.id < $afterId)))
   OR (NOT $keyDown AND key > $afterKey)
   OR ($keyDown AND key < $afterKey)
WITH n, x, key
ORDER BY CASE WHEN $keyDown THEN null ELSE key END, CASE WHEN $keyDown THEN key END DESC,
         CASE WHEN $backward THEN null ELSE n.id + '' END, CASE WHEN $backward THEN n.id + '' END DESC
LIMIT $first
// end keyset
WITH collect({key: key, node: properties(n)}) AS edges
CALL () {
  MATCH (a:Agency)
  WHERE $withTotal AND (a.kind IN $kinds AND a.level IN $levels)
    AND ($minItems < 1 OR EXISTS { (a)-[:RESPONSIBLE_FOR]->(:ReformItem) })
  CALL (a) {
    WITH a
    WHERE $minItems < 1 OR ($minItems = 1 AND $clauses IS NULL)
    RETURN true AS has
    UNION ALL
    WITH a
    WHERE $minItems > 1 OR ($minItems = 1 AND $clauses IS NOT NULL)
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
    WITH a, count(n) AS items
    WHERE items >= $minItems
    RETURN true AS has
  }
  RETURN count(a) AS total
}
RETURN total, edges
