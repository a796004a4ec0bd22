// The changes of each given block, in order.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column entries string[]   JSON texts
UNWIND $ids AS ownerId
MATCH (n:ChangeBlock {id: ownerId})
RETURN ownerId, n.entries AS entries
ORDER BY ownerId
