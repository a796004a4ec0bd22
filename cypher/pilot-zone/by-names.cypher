// The zone of each given name, alias or id.
//
// @mode   read
// @param  ids     string[]   names, aliases or node ids
// @column ownerId string     which of $ids the row answers
// @column id      string
// @column node    PilotZone
UNWIND $ids AS ownerId
MATCH (n:PilotZone)
WHERE n.name = ownerId OR ownerId IN n.aliases OR n.id = ownerId
RETURN ownerId, n.id AS id, properties(n) AS node
ORDER BY ownerId, id
