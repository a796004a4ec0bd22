// The agency that each given agency is part of.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column node    Agency
UNWIND $ids AS ownerId
MATCH (o:Agency {id: ownerId})
MATCH (o)-[:PART_OF]->(n:Agency)
RETURN ownerId, properties(n) AS node
ORDER BY ownerId, n.id
