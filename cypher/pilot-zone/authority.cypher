// The agency that is each given zone's own authority.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column node    Agency
UNWIND $ids AS ownerId
MATCH (o:PilotZone {id: ownerId})
MATCH (o)<-[:ADMINISTERS]-(n:Agency)
RETURN ownerId, properties(n) AS node
ORDER BY ownerId, n.id
