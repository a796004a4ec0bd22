// The relationships that merge other bodies into each given one.
//
// @mode   read
// @param  ids        string[]
// @column type       string
// @column from       string
// @column to         string
// @column properties map
UNWIND $ids AS id
MATCH (a:Entity {id: id})
WITH DISTINCT a
MATCH (a)<-[x:MERGED_INTO]-(b:Entity)
RETURN type(x) AS type, b.id AS from, a.id AS to, properties(x) AS properties
ORDER BY type, from, to
