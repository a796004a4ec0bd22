// The id of a ReformItem is unique.
//
// Generated from src/domain/model.ts by npm run generate.
//
// @mode schema
CREATE CONSTRAINT reform_item_id IF NOT EXISTS FOR (n:ReformItem) REQUIRE n.id IS UNIQUE
