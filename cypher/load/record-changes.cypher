// Keeps what an import changed, each row a block of JSON texts (src/domain/change-record.ts).
//
// @mode  write
// @param rows map[] id and entries
UNWIND $rows AS row
CREATE (n:ChangeBlock)
SET n = row
