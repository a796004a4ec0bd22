// Every region that reform items are promoted to.
//
// @mode   read
// @param  first int
// @column node  Region
MATCH (n:Region)
WITH n ORDER BY n.name, n.id
LIMIT $first
RETURN properties(n) AS node
