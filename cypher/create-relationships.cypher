// Writes relationships of one type between nodes of a generation, unless somebody has begun to remove it; returns how many.
MATCH (generation:Rolegraph {key: $catalog + '/' + $generation})
SET generation.touchedAt = datetime()
WITH generation
WHERE generation.removing IS NULL
// Every node is sought once, as in create-nodes.
CALL () {
  UNWIND range(0, size($batch.nodes) - 1) AS place
  MATCH (node:Rolegraph {key: $generation + '/' + $batch.nodes[place]})
  WITH place, node
  ORDER BY place
  RETURN collect(node) AS nodes
}
WITH nodes
WHERE size(nodes) = size($batch.nodes)
UNWIND $batch.relationships AS row
WITH nodes[row[0]] AS start, nodes[row[1]] AS end, row
CREATE (start)-[relationship:$($type)]->(end)
SET relationship += row[2]
RETURN count(relationship) AS created
