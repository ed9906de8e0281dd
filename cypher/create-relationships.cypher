// Writes relationships of one type into a generation, unless somebody has begun to remove it; returns how many.
MATCH (generation:Rolegraph {key: $catalog + '/' + $generation})
SET generation.touchedAt = datetime()
WITH generation
WHERE generation.removing IS NULL
// In a map, for Neo4j plans anew for every size of a list.
UNWIND $batch.rows AS row
MATCH (start:Rolegraph {key: $generation + '/' + row.start})
MATCH (end:Rolegraph {key: $generation + '/' + row.end})
CREATE (start)-[relationship:$($type)]->(end)
SET relationship = row.properties
RETURN count(relationship) AS created
