// Adds each row as a Batch, which the graph must not have yet.
//
// Generated from src/domain/model.ts by npm run generate.
//
// @mode  write
// @param rows map[] the node's properties, id among them
UNWIND $rows AS row
CREATE (n:Entity:Batch)
SET n = row
