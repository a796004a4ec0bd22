// Agencies that share reform items with each given agency, most shared first.
//
// @mode   read
// @param  ids       string[]   one call serves a whole level
// @param  first     int
// @param  afterKey  int?      where the page begins; null is the list's own beginning
// @param  afterId   string?    the tie-break of afterKey
// @param  backward  boolean    read the list from its end
// @param  keyDown   boolean    read from the largest key to the smallest
// @param  withTotal boolean    count the whole list too
// @param  mostItems int        shared items named per pair
// @column ownerId   string     which of $ids the row belongs to
// @column total     int        0 unless $withTotal
// @column edges     map[]
// @column edges[].key int
// @column edges[].node Agency
// @column edges[].shared int         items both are responsible for
// @column edges[].itemIds string[]  the first $mostItems of them, in order
UNWIND $ids AS ownerId
MATCH (o:Agency {id: ownerId})
CALL (o) {
  MATCH (o)-[:RESPONSIBLE_FOR]->(r:ReformItem)
  WITH o, r
  MATCH (r)<-[:RESPONSIBLE_FOR]-(n:Agency)
  WHERE n.id <> o.id
  WITH n, r ORDER BY r.position
  WITH n, count(r) AS shared, collect(r.id) AS itemIds
  WITH n, {shared: shared, itemIds: itemIds[..$mostItems]} AS x, -shared AS key
  // begin keyset (cypher/blocks/keyset.cypher)
  WHERE $afterKey IS NULL
     OR (key = $afterKey AND ((NOT $backward AND n.id > $afterId) OR ($backward AND n.id < $afterId)))
     OR (NOT $keyDown AND key > $afterKey)
     OR ($keyDown AND key < $afterKey)
  WITH n, x, key
  ORDER BY CASE WHEN $keyDown THEN null ELSE key END, CASE WHEN $keyDown THEN key END DESC,
           CASE WHEN $backward THEN null ELSE n.id + '' END, CASE WHEN $backward THEN n.id + '' END DESC
  LIMIT $first
  // end keyset
  RETURN collect({key: key, node: properties(n), shared: x.shared, itemIds: x.itemIds}) AS edges
}
CALL (o) {
  MATCH (o)-[:RESPONSIBLE_FOR]->(r:ReformItem)
  WHERE $withTotal
  WITH o, r
  MATCH (r)<-[:RESPONSIBLE_FOR]-(n:Agency)
  WHERE n.id <> o.id
  RETURN count(DISTINCT n) AS total
}
RETURN ownerId, total, edges
