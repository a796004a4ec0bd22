// The themes below each given theme.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column node    Theme
UNWIND $ids AS ownerId
MATCH (o:Theme {id: ownerId})
MATCH (o)<-[:NARROWER_THAN]-(n:Theme)
RETURN ownerId, properties(n) AS node
ORDER BY ownerId, n.pinyin, n.id
