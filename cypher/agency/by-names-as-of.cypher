// The agency that had each given name, alias or former name on a day, or has the id and existed then.
//
// @mode   read
// @param  ids     string[]   names, aliases, former names or node ids
// @param  asOf    string     a day such as 2024-03-01
// @column ownerId string     which of $ids the row answers
// @column id      string
// @column node    Agency
UNWIND $ids AS ownerId
MATCH (n:Agency)
WHERE coalesce(n.validFrom, '') <= $asOf AND $asOf <= coalesce(n.validTo, '9999-12-31')
  AND (n.id = ownerId OR ownerId IN n.aliases
    OR (n.name = ownerId AND all(last IN coalesce(n.formerNamesTo, []) WHERE last < $asOf))
    OR any(i IN range(0, size(coalesce(n.formerNames, [])) - 1)
      WHERE n.formerNames[i] = ownerId AND n.formerNamesFrom[i] <= $asOf AND $asOf <= n.formerNamesTo[i]))
RETURN ownerId, n.id AS id, properties(n) AS node
ORDER BY ownerId, id
