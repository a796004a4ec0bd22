// The id of every node, in one row.
//
// @mode   read
// @column ids string[]
MATCH (n:Entity)
WITH n.id AS id ORDER BY id
RETURN collect(id) AS ids
