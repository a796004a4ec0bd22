// What the relationships of each given reform item carry, whichever way they go: three lists of one length.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column types   string[]
// @column ends    string[]   the id at the other end
// @column carried map[]      properties(x)
UNWIND $ids AS ownerId
MATCH (r:ReformItem {id: ownerId})
CALL (r) {
  MATCH (r)-[x]-(n:Entity)
  WHERE n.id IS NOT NULL
  WITH type(x) AS type, n.id AS end, startNode(x).id AS from, properties(x) AS carried
  ORDER BY type, end, from
  RETURN collect(type) AS types, collect(end) AS ends, collect(carried) AS carried
}
RETURN ownerId, types, ends, carried
