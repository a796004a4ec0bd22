// How many reform items each agency has in each given zone.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @param  first   int        per owner
// @column ownerId string     which of $ids the row belongs to
// @column counts  map[]      most items first
// @column counts[].node  Agency
// @column counts[].count int
UNWIND $ids AS ownerId
MATCH (o:PilotZone {id: ownerId})
CALL (o) {
  MATCH (o)<-[:PILOTED_IN]-(r:ReformItem)
  WITH DISTINCT r
  MATCH (r)<-[:RESPONSIBLE_FOR]-(n:Agency)
  WITH n, count(r) AS count
  ORDER BY count DESC, n.pinyin, n.id
  LIMIT $first
  RETURN collect({node: properties(n), count: count}) AS counts
}
RETURN ownerId, counts
