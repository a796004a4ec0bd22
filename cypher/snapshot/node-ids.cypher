// The id of every node.
//
// @mode   read
// @column id string
MATCH (n:Entity)
RETURN n.id AS id
ORDER BY id
