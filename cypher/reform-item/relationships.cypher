// All relationships of each given reform item, whichever way they go.
//
// @mode   read
// @param  ids        string[]   one call serves a whole level
// @column ownerId    string     which of $ids the row belongs to
// @column type       string
// @column from       string
// @column to         string
// @column properties map
UNWIND $ids AS ownerId
MATCH (r:ReformItem {id: ownerId})
MATCH (r)-[x]-(:Entity)
RETURN ownerId, type(x) AS type, startNode(x).id AS from, endNode(x).id AS to, properties(x) AS properties
ORDER BY ownerId, type, from, to
