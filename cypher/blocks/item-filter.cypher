// Keeps the reform items n that meet at least one clause of $clauses (src/domain/item-clause.ts); all where it is null.
// In two branches, so that a list without a filter doesn't pay for one.
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
