// An id is found without a scan, whatever the node's label. In Neo4j the constraint already does this, so Neo4j skips
// this statement. In the embedded engine a constraint adds no index. Run after the constraints, or Neo4j refuses them.
//
// @mode schema
CREATE INDEX entity_id_lookup IF NOT EXISTS FOR (n:Entity) ON (n.id)
