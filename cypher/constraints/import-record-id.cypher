// The id of an import record is unique.
//
// @mode schema
CREATE CONSTRAINT import_record_id IF NOT EXISTS FOR (n:ImportRecord) REQUIRE n.id IS UNIQUE
