// The batch that published each given reform item.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column node    Batch
UNWIND $ids AS ownerId
MATCH (o:ReformItem {id: ownerId})
MATCH (o)-[:PUBLISHED_IN]->(n:Batch)
RETURN ownerId, properties(n) AS node
ORDER BY ownerId, n.id
