// The organizations that each given reform item names, by name.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column node    Organization
UNWIND $ids AS ownerId
MATCH (o:ReformItem {id: ownerId})
MATCH (o)-[:MENTIONS]->(n:Organization)
RETURN ownerId, properties(n) AS node
ORDER BY ownerId, n.pinyin, n.id
