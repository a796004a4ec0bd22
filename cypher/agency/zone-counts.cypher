// How many reform items each given agency has in each zone.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @param  first   int        per owner
// @column ownerId string     which of $ids the row belongs to
// @column counts  map[]      most items first
// @column counts[].node  PilotZone
// @column counts[].count int
UNWIND $ids AS ownerId
MATCH (o:Agency {id: ownerId})
CALL (o) {
  MATCH (o)-[:RESPONSIBLE_FOR]->(r:ReformItem)
  WITH DISTINCT r
  MATCH (r)-[:PILOTED_IN]->(n:PilotZone)
  WITH n, count(r) AS count
  ORDER BY count DESC, n.pinyin, n.id
  LIMIT $first
  RETURN collect({node: properties(n), count: count}) AS counts
}
RETURN ownerId, counts
