// The organizations of each given name, id, or name that a text gives for short.
//
// @mode   read
// @param  ids     string[]   names, short names or node ids
// @column ownerId string     which of $ids the row answers
// @column node    Organization
UNWIND $ids AS ownerId
MATCH (n:Organization)
WHERE n.name = ownerId OR n.id = ownerId OR EXISTS { (n)<-[x:MENTIONS]-(:ReformItem) WHERE ownerId IN x.shortNames }
RETURN ownerId, properties(n) AS node
ORDER BY ownerId, CASE WHEN n.name = ownerId THEN 0 ELSE 1 END, n.id
