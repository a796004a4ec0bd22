// How many reform items of each given theme each zone pilots.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @param  first   int        per owner
// @column ownerId string     which of $ids the row belongs to
// @column counts  map[]      most items first
// @column counts[].node  PilotZone
// @column counts[].count int
UNWIND $ids AS ownerId
MATCH (o:Theme {id: ownerId})
CALL (o) {
  MATCH (o)<-[:NARROWER_THAN*0..1]-(t:Theme)
  WITH t
  MATCH (t)<-[:HAS_THEME]-(r:ReformItem)
  WITH DISTINCT r
  MATCH (r)-[:PILOTED_IN]->(n:PilotZone)
  WITH n, count(r) AS count
  ORDER BY count DESC, n.pinyin, n.id
  LIMIT $first
  RETURN collect({node: properties(n), count: count}) AS counts
}
RETURN ownerId, counts
