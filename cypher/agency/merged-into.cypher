// The agency that each given one became part of.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column node    Agency
UNWIND $ids AS ownerId
MATCH (o:Agency {id: ownerId})
MATCH (o)-[:MERGED_INTO]->(n:Agency)
RETURN ownerId, properties(n) AS node
ORDER BY ownerId, n.id
