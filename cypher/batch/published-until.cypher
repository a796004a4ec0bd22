// The batches that were published on each given day or before; none whose day is not known.
//
// @mode   read
// @param  ids     string[]   days such as 2024-03-01
// @column ownerId string     which of $ids the row answers
// @column id      string
UNWIND $ids AS ownerId
MATCH (n:Batch)
WHERE n.published <= ownerId
RETURN ownerId, n.id AS id
ORDER BY ownerId, id
