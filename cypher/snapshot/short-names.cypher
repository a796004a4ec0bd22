// The names that texts give for short to each given organization.
//
// @mode   read
// @param  ids     string[]   one call serves a whole level
// @column ownerId string     which of $ids the row belongs to
// @column name    string
UNWIND $ids AS ownerId
MATCH (o:Organization {id: ownerId})
MATCH (o)<-[x:MENTIONS]-(:ReformItem)
UNWIND x.shortNames AS name
RETURN DISTINCT ownerId, name
ORDER BY ownerId, name
