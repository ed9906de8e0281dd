// Writes relationships of one type between nodes of a generation; returns how many. See create-nodes, of which this is a part.
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
WITH count(relationship) AS written
OPTIONAL MATCH (generation:Rolegraph {key: $catalog + '/' + $generation})
// Of now, not of the statement's beginning.
SET generation.touchedAt = datetime.realtime()
WITH written, generation
RETURN written / CASE WHEN generation IS NOT NULL AND generation.removing IS NULL THEN 1 ELSE 0 END AS created
