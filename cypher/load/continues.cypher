// The earlier items that each given reform item continues, by position.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column id      string
UNWIND $ids AS ownerId
MATCH (o:ReformItem {id: ownerId})
MATCH (o)-[:CONTINUES]->(n:ReformItem)
RETURN ownerId, n.id AS id
ORDER BY ownerId, n.position, id
