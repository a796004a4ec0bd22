// The reform item of each given code.
//
// @mode   read
// @param  ids     string[]   codes such as tj-7-17
// @column ownerId string     which of $ids the row answers
// @column node    ReformItem
UNWIND $ids AS ownerId
MATCH (n:ReformItem {id: 'ReformItem:' + ownerId})
RETURN ownerId, properties(n) AS node
