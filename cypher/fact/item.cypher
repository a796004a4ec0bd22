// The reform item that states each given first claim, figure or milestone, with the words that evidence it.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column node    ReformItem
// @column edge    STATES
UNWIND $ids AS ownerId
MATCH (o:Entity {id: ownerId})
MATCH (o)<-[x:STATES]-(n:ReformItem)
RETURN ownerId, properties(n) AS node, properties(x) AS edge
ORDER BY ownerId, n.id
