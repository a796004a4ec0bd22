// The id of a FirstClaim is unique.
//
// Generated from src/domain/model.ts by npm run generate.
//
// @mode schema
CREATE CONSTRAINT first_claim_id IF NOT EXISTS FOR (n:FirstClaim) REQUIRE n.id IS UNIQUE
