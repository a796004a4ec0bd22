// The ids that a theme stands for in a filter: its own, and those of the themes below it.
//
// @mode   read
// @param  ids     string[]   names, aliases or node ids
// @column ownerId string     which of $ids the row belongs to
// @column id      string
UNWIND $ids AS ownerId
MATCH (o:Theme)
WHERE o.name = ownerId OR ownerId IN o.aliases OR o.id = ownerId
WITH ownerId, o
MATCH (o)<-[:NARROWER_THAN*0..1]-(n:Theme)
RETURN ownerId, n.id AS id
ORDER BY ownerId, id
