// The batches of each given number, of whichever publisher.
//
// @mode   read
// @param  ids     string[]   numbers in digits
// @column ownerId string     which of $ids the row answers
// @column id      string
UNWIND $ids AS ownerId
MATCH (n:Batch {number: toInteger(ownerId)})
RETURN ownerId, n.id AS id
ORDER BY ownerId, id
