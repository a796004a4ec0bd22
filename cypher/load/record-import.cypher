// Keeps that an import changed the graph: when, which batch, and how much.
//
// @mode  write
// @param properties map
CREATE (n:ImportRecord)
SET n = $properties
