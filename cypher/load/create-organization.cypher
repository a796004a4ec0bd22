// Creates one Organization for each row. The graph must not have any of them.
//
// Generated from src/domain/model.ts by npm run generate.
//
// @mode  write
// @param rows map[] the node's properties, id among them
UNWIND $rows AS row
CREATE (n:Entity:Organization)
SET n = row
