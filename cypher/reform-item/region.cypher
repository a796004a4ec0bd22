// The region that each given reform item is promoted to.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column node    Region
UNWIND $ids AS ownerId
MATCH (o:ReformItem {id: ownerId})
MATCH (o)-[:PROMOTED_TO]->(n:Region)
RETURN ownerId, properties(n) AS node
ORDER BY ownerId, n.id
