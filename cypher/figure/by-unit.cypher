// How many figures of each unit there are, and what they come to; most first.
//
// @mode   read
// @param  first     int
// @param  units     string[]?  null is any
// @param  approximations string[]?
// @param  minValue  float?     in the unit itself
// @param  maxValue  float?
// @param  items     string[]?  only what these reform items say; null is all
// @column unit      string
// @column count     int
// @column total     float
// @column least     float
// @column most      float
CALL () {
  WITH 1 AS one
  WHERE $items IS NULL
  MATCH (n:Figure)
  RETURN n
  UNION ALL
  WITH 1 AS one
  WHERE $items IS NOT NULL
  MATCH (i:ReformItem)
  WHERE i.id IN $items
  MATCH (i)-[:STATES]->(n:Figure)
  RETURN DISTINCT n
}
WITH n
WHERE ($units IS NULL OR n.unit IN $units)
  AND ($approximations IS NULL OR n.approximation IN $approximations)
  AND ($minValue IS NULL OR n.value >= $minValue)
  AND ($maxValue IS NULL OR n.value <= $maxValue)
WITH n.unit AS unit, count(n) AS count, coalesce(sum(n.value), 0) AS total, min(n.value) AS least, max(n.value) AS most
ORDER BY count DESC, unit
LIMIT $first
RETURN unit, count, total, least, most
