// One page of a list, in either direction: begins behind (afterKey, afterId) and ends at `first` rows.
// Goes behind `WITH n, x, … AS key`: n is the node, x what its edge carries, key what the list sorts by.
// Equal keys are told apart by id, ascending in the list whichever way its keys go.
// A text to sort by is made a computed one by `+ ''`: Neo4j orders stored texts by code point, but compares a stored
// one with a parameter by UTF-16 unit, and between the two orders a page would lose rows (（ and 𠮷, say).
WHERE CASE WHEN $afterKey IS NULL THEN true
           WHEN key = $afterKey THEN CASE WHEN $backward THEN n.id < $afterId ELSE n.id > $afterId END
           WHEN $keyDown THEN key < $afterKey
           ELSE key > $afterKey END
WITH n, x, key
ORDER BY CASE WHEN $keyDown THEN null ELSE key END, CASE WHEN $keyDown THEN key END DESC,
         CASE WHEN $backward THEN null ELSE n.id + '' END, CASE WHEN $backward THEN n.id + '' END DESC
LIMIT $first
