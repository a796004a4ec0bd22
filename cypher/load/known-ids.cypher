// The given ids that exist in the graph.
//
// @mode   read
// @param  ids string[]
// @column id  string
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN n.id AS id
ORDER BY id
