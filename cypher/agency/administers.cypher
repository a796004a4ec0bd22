// The zone whose authority each given agency is.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column node    PilotZone
UNWIND $ids AS ownerId
MATCH (o:Agency {id: ownerId})
MATCH (o)-[:ADMINISTERS]->(n:PilotZone)
RETURN ownerId, properties(n) AS node
ORDER BY ownerId, n.id
