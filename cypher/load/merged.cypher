// Each given node with all nodes connected to it by mergers, including itself: bodies that stay or go together.
//
// @mode   read
// @param  ids     string[]
// @column ownerId string     which of $ids the row belongs to
// @column id      string
UNWIND $ids AS ownerId
MATCH (o:Entity {id: ownerId})
WITH DISTINCT ownerId, o
MATCH (o)-[:MERGED_INTO*0..20]-(n:Entity)
RETURN DISTINCT ownerId, n.id AS id
ORDER BY ownerId, id
