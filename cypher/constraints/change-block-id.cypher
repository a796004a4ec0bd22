// The id of a block of changes is unique.
//
// @mode schema
CREATE CONSTRAINT change_block_id IF NOT EXISTS FOR (n:ChangeBlock) REQUIRE n.id IS UNIQUE
