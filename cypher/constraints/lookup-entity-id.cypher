// An id is found without a scan, whatever the node's label. Neo4j's constraint does that by itself, and so takes this
// as done; on the embedded engine a constraint brings no index. Comes after the constraints: Neo4j refuses it before.
//
// @mode schema
CREATE INDEX entity_id_lookup IF NOT EXISTS FOR (n:Entity) ON (n.id)
