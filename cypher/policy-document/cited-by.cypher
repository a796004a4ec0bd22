// The reform items that cite each given document, by number.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column node    ReformItem
UNWIND $ids AS ownerId
MATCH (o:PolicyDocument {id: ownerId})
MATCH (o)<-[:CITES]-(n:ReformItem)
RETURN ownerId, properties(n) AS node
ORDER BY ownerId, n.position, n.id
