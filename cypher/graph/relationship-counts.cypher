// The number of relationships of each type.
//
// @mode   read
// @column type  string
// @column count int
MATCH (:Entity)-[x]->(:Entity)
RETURN type(x) AS type, count(*) AS count
ORDER BY type
