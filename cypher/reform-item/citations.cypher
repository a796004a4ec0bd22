// The documents that each given reform item cites, with the words that evidence them.
//
// @mode   read
// @param  ids       string[]   one call serves a whole level
// @param  first     int
// @param  afterKey  string?    where the page begins; null is the list's own beginning
// @param  afterId   string?    the tie-break of afterKey
// @param  backward  boolean    read the list from its end
// @param  keyDown   boolean    read from the largest key to the smallest
// @param  withTotal boolean    count the whole list too
// @column ownerId   string     which of $ids the row belongs to
// @column total     int        0 unless $withTotal
// @column edges     map[]
// @column edges[].key string
// @column edges[].node PolicyDocument
// @column edges[].edge CITES
UNWIND $ids AS ownerId
MATCH (o:ReformItem {id: ownerId})
CALL (o) {
  MATCH (o)-[x:CITES]->(n:PolicyDocument)
  WITH n, x, n.pinyin + '' AS key
  // begin keyset (cypher/blocks/keyset.cypher)
  WHERE CASE WHEN $afterKey IS NULL THEN true
             WHEN key = $afterKey THEN CASE WHEN $backward THEN n.id < $afterId ELSE n.id > $afterId END
             WHEN $keyDown THEN key < $afterKey
             ELSE key > $afterKey END
  WITH n, x, key
  ORDER BY CASE WHEN $keyDown THEN null ELSE key END, CASE WHEN $keyDown THEN key END DESC,
           CASE WHEN $backward THEN null ELSE n.id + '' END, CASE WHEN $backward THEN n.id + '' END DESC
  LIMIT $first
  // end keyset
  RETURN collect({key: key, node: properties(n), edge: properties(x)}) AS edges
}
CALL (o) {
  MATCH (o)-[:CITES]->(n:PolicyDocument)
  WHERE $withTotal
  RETURN count(n) AS total
}
RETURN ownerId, total, edges
