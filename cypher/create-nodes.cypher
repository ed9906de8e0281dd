// Writes nodes of one kind into a generation, unless somebody has begun to remove it; returns how many.
MATCH (generation:Rolegraph {key: $catalog + '/' + $generation})
SET generation.touchedAt = datetime()
WITH generation
WHERE generation.removing IS NULL
// In a map, for Neo4j plans anew for every size of a list.
UNWIND $batch.rows AS row
CREATE (node:Rolegraph:$($label) {key: $generation + '/' + row.id})
SET node += row
RETURN count(node) AS created
