// One page of a list, in either direction: begins behind (afterKey, afterId) and ends at `first` rows.
// Goes behind `WITH n, x, … AS key`: n is the node, x what its edge carries, key what the list sorts by.
WHERE $afterKey IS NULL
   OR (NOT $backward AND (key > $afterKey OR (key = $afterKey AND n.id > $afterId)))
   OR ($backward AND (key < $afterKey OR (key = $afterKey AND n.id < $afterId)))
WITH n, x, key
ORDER BY CASE WHEN $backward THEN null ELSE key END, CASE WHEN $backward THEN key END DESC,
         CASE WHEN $backward THEN null ELSE n.id END, CASE WHEN $backward THEN n.id END DESC
LIMIT $first
