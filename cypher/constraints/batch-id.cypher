// The id of a Batch is unique.
//
// Generated from src/domain/model.ts by npm run generate.
//
// @mode schema
CREATE CONSTRAINT batch_id IF NOT EXISTS FOR (n:Batch) REQUIRE n.id IS UNIQUE
