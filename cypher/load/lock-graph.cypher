// Locks the graph for one writer and returns its version (0 before the first import).
//
// @mode   write
// @column version int
MERGE (g:Graph {id: 'graph'})
ON CREATE SET g.version = 0
SET g.id = 'graph'
RETURN g.version AS version
