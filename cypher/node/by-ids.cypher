// The node of each given id, whatever its label.
//
// @mode   read
// @param  ids     string[]
// @column ownerId string   the id asked for
// @column node    AnyNode
UNWIND $ids AS ownerId
MATCH (n:Entity {id: ownerId})
RETURN ownerId, properties(n) AS node
