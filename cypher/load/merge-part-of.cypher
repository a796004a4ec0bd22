// Creates or updates PART_OF between the two nodes of each row, with exactly the row's properties.
//
// Generated from src/domain/model.ts by npm run generate.
//
// @mode  write
// @param rows map[] from and to are ids; properties is a map
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[x:PART_OF]->(b)
SET x = row.properties
