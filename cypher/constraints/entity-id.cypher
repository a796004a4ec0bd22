// The id of any node is unique: one look-up finds a node whatever its label.
//
// @mode schema
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE
