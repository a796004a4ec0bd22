// The links of each given reform item, in both directions, with their properties: four lists of one length. A link
// between two items is listed only at the item where it starts.
//
// @mode   read
// @param  ids        string[]
// @column ownerId    string     which of $ids the row belongs to
// @column types      string[]   the relationship's type
// @column outward    boolean[]  whether it starts at the item
// @column ends       string[]   the id at the other end
// @column properties map[]      what the relationship carries
UNWIND $ids AS ownerId
MATCH (r:ReformItem {id: ownerId})
CALL (r) {
  MATCH (r)-[x]-(n:Entity)
  WHERE n.id IS NOT NULL AND (NOT n:ReformItem OR startNode(x).id = r.id)
  WITH type(x) AS type, n.id AS end, startNode(x).id = r.id AS outward, properties(x) AS properties
  ORDER BY type, end, outward
  RETURN collect(type) AS types, collect(outward) AS outward, collect(end) AS ends,
         collect(properties) AS properties
}
RETURN ownerId, types, outward, ends, properties
