// Stores the changes of an import. Each row is a block of JSON texts (src/domain/change-record.ts).
//
// @mode  write
// @param rows map[] id and entries
UNWIND $rows AS row
CREATE (n:ChangeBlock)
SET n = row
