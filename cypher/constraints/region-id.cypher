// The id of a Region is unique.
//
// Generated from src/domain/model.ts by npm run generate.
//
// @mode schema
CREATE CONSTRAINT region_id IF NOT EXISTS FOR (n:Region) REQUIRE n.id IS UNIQUE
