// The relationships from each given node to other nodes. Neither end is a reform item.
//
// Generated from src/domain/model.ts by npm run generate.
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
MATCH (a)-[x:PART_OF|MERGED_INTO|ADMINISTERS|NARROWER_THAN]->(b:Entity)
WHERE b.id IS NOT NULL AND NOT b:ReformItem
RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
ORDER BY type, from, to
