// Records that an import changed the graph: the time, the batch and the number of changes.
//
// @mode  write
// @param properties map
CREATE (n:ImportRecord)
SET n = $properties
