// The document of each given title or id.
//
// @mode   read
// @param  ids     string[]   titles or node ids
// @column ownerId string     which of $ids the row answers
// @column node    PolicyDocument
UNWIND $ids AS ownerId
MATCH (n:PolicyDocument)
WHERE n.title = ownerId OR n.id = ownerId
RETURN ownerId, properties(n) AS node
ORDER BY ownerId, n.id
