// Takes the graph for one writer, and says which version it is at (0 before the first import).
//
// @mode   write
// @column version int
MERGE (g:Graph {id: 'graph'})
ON CREATE SET g.version = 0
SET g.id = 'graph'
RETURN g.version AS version
