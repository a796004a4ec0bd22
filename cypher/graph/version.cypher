// The version of the graph and when it last changed; no row before the first import.
//
// @mode   read
// @column version   int
// @column changedAt string? ISO 8601 date and time
MATCH (g:Graph {id: 'graph'})
RETURN g.version AS version, g.changedAt AS changedAt
