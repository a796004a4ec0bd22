// What each given reform item is linked to, whichever way: four lists of one length. That one item continues another
// is told at the one that continues.
//
// @mode   read
// @param  ids     string[]
// @column ownerId string     which of $ids the row belongs to
// @column types   string[]   the relationship's type
// @column outward boolean[]  whether it starts at the item
// @column ends    string[]   the id at the other end
// @column orders  int[]      counts the item's agencies from 1, as printed; 0 for all else
UNWIND $ids AS ownerId
MATCH (r:ReformItem {id: ownerId})
CALL (r) {
  MATCH (r)-[x]-(n:Entity)
  WHERE n.id IS NOT NULL AND (type(x) <> 'CONTINUES' OR startNode(x).id = r.id)
  WITH type(x) AS type, n.id AS end, startNode(x).id = r.id AS outward, coalesce(x.order, 0) AS place
  ORDER BY type, end, outward
  RETURN collect(type) AS types, collect(outward) AS outward, collect(end) AS ends,
         collect(place) AS orders
}
RETURN ownerId, types, outward, ends, orders
