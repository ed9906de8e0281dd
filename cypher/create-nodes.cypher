// Writes nodes of one kind into a generation, each with the relationships that lead from it to nodes that are there already;
// returns how many of both.
// Every end is looked up once and then found by its index in a list: looking it up again for each relationship needed half of
// the time. All lists come in a map, because Neo4j makes another plan for every size of a list parameter.
CALL () {
  UNWIND range(0, size($batch.ends) - 1) AS index
  MATCH (node:Rolegraph {key: $generation + '/' + $batch.ends[index]})
  WITH index, node
  ORDER BY index
  RETURN collect(node) AS ends
}
WITH ends
WHERE size(ends) = size($batch.ends)
UNWIND $batch.nodes AS row
CREATE (start:$($label):Rolegraph {key: $generation + '/' + row.properties.id})
SET start += row.properties
WITH ends, start, row
CALL (ends, start, row) {
  UNWIND row.relationships AS leading
  WITH start, ends[leading[1]] AS end, $batch.kinds[leading[0]] AS kind, leading
  CREATE (start)-[relationship:$(kind.type)]->(end)
  // A kind without a property has no value either, so that nothing is set.
  SET relationship[coalesce(kind.key, 'none')] = leading[2]
  RETURN count(relationship) AS relationships
}
WITH sum(1 + relationships) AS written
// At the end, so that the next batch is created while this one is committed. Where somebody has begun to remove the
// generation, the division by zero undoes all of this: Cypher has no other way to say so.
OPTIONAL MATCH (generation:Rolegraph {key: $catalog + '/' + $generation})
// Of now, not of the statement's beginning.
SET generation.touchedAt = datetime.realtime()
WITH written, generation
RETURN written / CASE WHEN generation IS NOT NULL AND generation.removing IS NULL THEN 1 ELSE 0 END AS created
