// Joins each row's two nodes by PROMOTED_TO, by which they must not be joined yet.
//
// Generated from src/domain/model.ts by npm run generate.
//
// @mode  write
// @param rows map[] from and to are ids; properties is a map
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[x:PROMOTED_TO]->(b)
SET x = row.properties
