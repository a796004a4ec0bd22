// The id of a Agency is unique.
//
// Generated from src/domain/model.ts by npm run generate.
//
// @mode schema
CREATE CONSTRAINT agency_id IF NOT EXISTS FOR (n:Agency) REQUIRE n.id IS UNIQUE
