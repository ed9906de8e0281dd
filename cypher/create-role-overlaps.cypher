// Writes overlaps of roles of a generation; returns how many. See create-nodes, of which this is a part.
CALL () {
  UNWIND range(0, size($batch.nodes) - 1) AS index
  MATCH (node:Rolegraph {key: $generation + '/' + $batch.nodes[index]})
  WITH index, node
  ORDER BY index
  RETURN collect(node) AS nodes
}
WITH nodes
WHERE size(nodes) = size($batch.nodes)
UNWIND $batch.overlaps AS row
WITH nodes[row[0]] AS start, nodes[row[1]] AS end, row[2] AS values
CREATE
  (start)-[overlap:OVERLAPS_WITH {
    weight: values[0],
    score: values[0],
    sharedWeight: values[1],
    totalWeight: values[2]
  }]->(end)
WITH count(overlap) AS written
OPTIONAL MATCH (generation:Rolegraph {key: $catalog + '/' + $generation})
// Of now, not of the statement's beginning.
SET generation.touchedAt = datetime.realtime()
WITH written, generation
RETURN written / CASE WHEN generation IS NOT NULL AND generation.removing IS NULL THEN 1 ELSE 0 END AS created
