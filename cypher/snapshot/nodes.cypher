// The properties of the node of each given id, whatever its label.
//
// @mode   read
// @param  ids        string[]
// @column ownerId    string   the id asked for
// @column properties map
UNWIND $ids AS ownerId
MATCH (n:Entity {id: ownerId})
RETURN ownerId, properties(n) AS properties
