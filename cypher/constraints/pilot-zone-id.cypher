// The id of a PilotZone is unique.
//
// Generated from src/domain/model.ts by npm run generate.
//
// @mode schema
CREATE CONSTRAINT pilot_zone_id IF NOT EXISTS FOR (n:PilotZone) REQUIRE n.id IS UNIQUE
