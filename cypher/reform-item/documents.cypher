// The documents that each given reform item cites, by title.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column node    PolicyDocument
UNWIND $ids AS ownerId
MATCH (o:ReformItem {id: ownerId})
MATCH (o)-[:CITES]->(n:PolicyDocument)
RETURN ownerId, properties(n) AS node
ORDER BY ownerId, n.pinyin, n.id
