// The nodes of a batch, its reform items and the facts that these state, as the graph has them.
//
// @mode   read
// @param  batchId string
// @column node    AnyNode
MATCH (b:Batch {id: $batchId})
RETURN properties(b) AS node
UNION ALL
MATCH (b:Batch {id: $batchId})
MATCH (b)<-[:PUBLISHED_IN]-(r:ReformItem)
RETURN properties(r) AS node
UNION ALL
MATCH (b:Batch {id: $batchId})
MATCH (b)<-[:PUBLISHED_IN]-(r:ReformItem)
WITH r
MATCH (r)-[:STATES]->(f)
RETURN properties(f) AS node
