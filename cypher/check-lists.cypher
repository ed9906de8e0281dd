// Whether an engine that is not Neo4j collects and counts what a pattern finds.
RETURN
  COLLECT {
    UNWIND [2, 1] AS number
    RETURN number ORDER BY number
  } = [1, 2]
  AND COUNT { (:RolegraphCatalog)-[:NAMES]->(:RolegraphCatalog) } = 0 AS holds
