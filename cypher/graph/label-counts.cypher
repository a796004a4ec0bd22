// The number of nodes of each label.
//
// @mode   read
// @column label string
// @column count int
MATCH (n:Entity)
UNWIND [l IN labels(n) WHERE l <> 'Entity'] AS label
RETURN label, count(*) AS count
ORDER BY label
