// The given vocabulary entries that no reform item and no narrower entry refers to any more. A merger of two bodies
// is no reason to keep either (load/merged.cypher).
//
// Generated from src/domain/model.ts by npm run generate.
//
// @mode   read
// @param  ids string[]
// @column id  string
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE NOT EXISTS { (n)-[:RESPONSIBLE_FOR|PILOTED_IN|HAS_THEME|PROMOTED_TO|STATES|CITES|MENTIONS|MENTIONS_AGENCY|CONTINUES|PUBLISHED_IN]-() }
  AND NOT EXISTS { (n)<-[:PART_OF|ADMINISTERS|NARROWER_THAN]-() }
RETURN n.id AS id
ORDER BY id
