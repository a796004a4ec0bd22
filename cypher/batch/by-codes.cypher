// The batch of each given code.
//
// @mode   read
// @param  ids     string[]   codes such as tj-7
// @column ownerId string     which of $ids the row answers
// @column id      string
// @column node    Batch
UNWIND $ids AS ownerId
MATCH (n:Batch {id: 'Batch:' + ownerId})
RETURN ownerId, n.id AS id, properties(n) AS node
