// The figures of each given reform item, in reading order.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column node    Figure
UNWIND $ids AS ownerId
MATCH (o:ReformItem {id: ownerId})
MATCH (o)-[:STATES]->(n:Figure)
RETURN ownerId, properties(n) AS node
ORDER BY ownerId, n.position, n.id
