// A block of changes is found by its id without a scan (see lookup-entity-id.cypher).
//
// @mode schema
CREATE INDEX change_block_id_lookup IF NOT EXISTS FOR (n:ChangeBlock) ON (n.id)
