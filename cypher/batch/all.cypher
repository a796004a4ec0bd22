// Every batch, by publisher and number.
//
// @mode   read
// @param  first int
// @column node  Batch
MATCH (n:Batch)
WITH n ORDER BY n.publisher, n.number, n.id
LIMIT $first
RETURN properties(n) AS node
