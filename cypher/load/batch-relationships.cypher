// All relationships of a batch's reform items, as the graph has them. Excludes relationships that another batch states:
// those by which its items continue items of this batch.
//
// @mode   read
// @param  batchId    string
// @column type       string
// @column from       string
// @column to         string
// @column properties map
MATCH (b:Batch {id: $batchId})
MATCH (b)<-[:PUBLISHED_IN]-(r:ReformItem)
WITH r
MATCH (r)-[x]-(:Entity)
WITH r, x
WHERE type(x) <> 'CONTINUES' OR startNode(x).id = r.id
WITH DISTINCT x
RETURN type(x) AS type, startNode(x).id AS from, endNode(x).id AS to, properties(x) AS properties
ORDER BY type, from, to
