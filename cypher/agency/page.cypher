// A page of agencies, in a given order: those of given kinds and levels, and of given ids where some are given.
// Agencies that are only named in texts are left out, unless asked for.
//
// @mode   read
// @param  first     int
// @param  afterKey  string?   where the page begins; null is the list's own beginning
// @param  afterId   string?    the tie-break of afterKey
// @param  backward  boolean    read the list from its end
// @param  keyDown   boolean    read from the largest key to the smallest
// @param  withTotal boolean    count the whole list too
// @param  orderBy   string     NAME or REFORM_ITEM_COUNT
// @param  kinds     string[]
// @param  levels    string[]
// @param  among     string[]?  ids; null is all
// @param  withUnassigned boolean also those that are responsible for nothing
// @column total     int        0 unless $withTotal
// @column edges     map[]
// @column edges[].key string
// @column edges[].node Agency
MATCH (n:Agency)
WHERE n.kind IN $kinds AND n.level IN $levels AND ($among IS NULL OR n.id IN $among)
  AND ($withUnassigned OR EXISTS { (n)-[:RESPONSIBLE_FOR]->(:ReformItem) })
WITH n, null AS x, CASE $orderBy
  WHEN 'REFORM_ITEM_COUNT' THEN right('000000' + toString(size([(n)-[:RESPONSIBLE_FOR]->(r:ReformItem) | r.id])), 7)
  ELSE n.pinyin + '' END AS key
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
  MATCH (n:Agency)
  WHERE $withTotal AND n.kind IN $kinds AND n.level IN $levels AND ($among IS NULL OR n.id IN $among)
    AND ($withUnassigned OR EXISTS { (n)-[:RESPONSIBLE_FOR]->(:ReformItem) })
  RETURN count(n) AS total
}
RETURN total, edges
