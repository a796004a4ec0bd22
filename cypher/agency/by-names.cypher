// The agency of each given name, alias, former name or id. A name that several bodies had is the last one's; a body that
// was merged into another stands for that one, unless its id is given.
//
// @mode   read
// @param  ids     string[]   names, aliases, former names or node ids
// @column ownerId string     which of $ids the row answers
// @column id      string
// @column node    Agency
UNWIND $ids AS ownerId
MATCH (a:Agency)
WHERE a.id = ownerId OR a.name = ownerId OR ownerId IN a.aliases OR ownerId IN coalesce(a.formerNames, [])
WITH ownerId, a, CASE
  WHEN a.id = ownerId THEN 'id'
  WHEN a.name = ownerId OR ownerId IN a.aliases THEN coalesce(a.validTo, '9999-12-31')
  ELSE reduce(last = '', i IN range(0, size(a.formerNames) - 1) |
    CASE WHEN a.formerNames[i] = ownerId AND a.formerNamesTo[i] > last THEN a.formerNamesTo[i] ELSE last END)
  END AS until
WITH ownerId, a.id AS bodyId, until
ORDER BY ownerId, until DESC, bodyId
WITH ownerId, collect([bodyId, until]) AS bodies
WITH ownerId, bodies[0][0] AS bodyId, bodies[0][1] = 'id' AS byId
MATCH (a:Agency {id: bodyId})
MATCH (a)-[:MERGED_INTO*0..20]->(n:Agency)
WITH ownerId, n, byId AND n.id = bodyId AS itself, byId, [(n)-[:MERGED_INTO]->(s:Agency) | s.id] AS successors
WHERE itself OR (NOT byId AND size(successors) = 0)
RETURN ownerId, n.id AS id, properties(n) AS node
ORDER BY ownerId, id
