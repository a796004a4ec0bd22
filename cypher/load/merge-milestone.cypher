// Creates or updates one Milestone for each row, with exactly the row's properties.
//
// Generated from src/domain/model.ts by npm run generate.
//
// @mode  write
// @param rows map[] the node's properties, id among them
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n:Milestone
SET n = row
