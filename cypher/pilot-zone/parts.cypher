// The zones that are part of each given zone.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column node    PilotZone
UNWIND $ids AS ownerId
MATCH (o:PilotZone {id: ownerId})
MATCH (o)<-[:PART_OF]-(n:PilotZone)
RETURN ownerId, properties(n) AS node
ORDER BY ownerId, n.pinyin, n.id
