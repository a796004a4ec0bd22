// A page of organizations, by name.
//
// @mode   read
// @param  first     int
// @param  afterKey  string?    where the page begins; null is the list's own beginning
// @param  afterId   string?    the tie-break of afterKey
// @param  backward  boolean    read the list from its end
// @param  keyDown   boolean    read from the largest key to the smallest
// @param  withTotal boolean    count the whole list too
// @param  kinds     string[]?  null is any
// @param  items     string[]?  only what these reform items say; null is all
// @column total     int        0 unless $withTotal
// @column edges     map[]
// @column edges[].key string
// @column edges[].node Organization
CALL () {
  WITH 1 AS one
  WHERE $items IS NULL
  MATCH (n:Organization)
  RETURN n
  UNION ALL
  WITH 1 AS one
  WHERE $items IS NOT NULL
  MATCH (i:ReformItem)
  WHERE i.id IN $items
  MATCH (i)-[:MENTIONS]->(n:Organization)
  RETURN DISTINCT n
}
WITH n
WHERE ($kinds IS NULL OR n.kind IN $kinds)
WITH n, null AS x, n.pinyin + '' AS key
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
WITH collect({key: key, node: properties(n)}) AS edges
CALL () {
  CALL () {
    WITH 1 AS one
    WHERE $withTotal AND $items IS NULL
    MATCH (n:Organization)
    RETURN n
    UNION ALL
    WITH 1 AS one
    WHERE $withTotal AND $items IS NOT NULL
    MATCH (i:ReformItem)
    WHERE i.id IN $items
    MATCH (i)-[:MENTIONS]->(n:Organization)
    RETURN DISTINCT n
  }
  WITH n
  WHERE ($kinds IS NULL OR n.kind IN $kinds)
  RETURN count(n) AS total
}
RETURN total, edges
