// Deletes the given relationships.
//
// @mode  write
// @param rows map[] type, and the ids of both ends as from and to
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (a)-[x]->(b:Entity {id: row.to})
WHERE type(x) = row.type
DELETE x
