// Deletes the given nodes with all their relationships.
//
// @mode  write
// @param ids string[]
UNWIND $ids AS id
MATCH (n:Entity {id: id})
DETACH DELETE n
