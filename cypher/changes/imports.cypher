// A page of the imports that made the versions after $since, up to $until, oldest first or newest first.
//
// @mode   read
// @param  since     int
// @param  until     int
// @param  after     int        the page has versions greater than this
// @param  before    int        the page has versions less than this
// @param  first     int        how many at most
// @param  newest    boolean    from the newest
// @column total     int        how many the whole list has
// @column untilAt   string?    when version $until was made; null without a record of it
// @column imports   map[]      import records (src/domain/change-record.ts)
CALL () {
  MATCH (n:ImportRecord)
  WHERE n.version > $since AND n.version <= $until
  RETURN count(n) AS total
}
CALL () {
  MATCH (n:ImportRecord)
  WHERE n.version = $until
  RETURN max(n.at) AS untilAt
}
CALL () {
  MATCH (n:ImportRecord)
  WHERE n.version > $since AND n.version <= $until AND n.version > $after AND n.version < $before
  WITH n ORDER BY CASE WHEN $newest THEN -n.version ELSE n.version END
  LIMIT $first
  RETURN collect(properties(n)) AS imports
}
RETURN total, untilAt, imports
