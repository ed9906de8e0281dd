// Whether an engine that is not Neo4j knows subqueries.
CALL () {
  RETURN 1 AS one
}
RETURN one = 1 AS holds
