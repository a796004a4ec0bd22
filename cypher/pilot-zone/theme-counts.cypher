// How many reform items of each theme each given zone pilots.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @param  first   int        per owner
// @column ownerId string     which of $ids the row belongs to
// @column counts  map[]      most items first
// @column counts[].node  Theme
// @column counts[].count int
UNWIND $ids AS ownerId
MATCH (o:PilotZone {id: ownerId})
CALL (o) {
  MATCH (o)<-[:PILOTED_IN]-(r:ReformItem)
  WITH DISTINCT r
  MATCH (r)-[:HAS_THEME]->(n:Theme)
  WITH n, count(r) AS count
  ORDER BY count DESC, n.pinyin, n.id
  LIMIT $first
  RETURN collect({node: properties(n), count: count}) AS counts
}
RETURN ownerId, counts
