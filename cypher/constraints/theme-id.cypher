// The id of a Theme is unique.
//
// Generated from src/domain/model.ts by npm run generate.
//
// @mode schema
CREATE CONSTRAINT theme_id IF NOT EXISTS FOR (n:Theme) REQUIRE n.id IS UNIQUE
