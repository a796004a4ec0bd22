// Raises the version of the graph, in the same transaction as the change.
//
// @mode   write
// @param  now     string ISO 8601 date and time
// @column version int
MATCH (g:Graph {id: 'graph'})
SET g.version = g.version + 1
SET g.changedAt = $now
RETURN g.version AS version
