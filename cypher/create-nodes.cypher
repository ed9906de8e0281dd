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
CREATE (start:Rolegraph {key: $generation + '/' + row.properties.id})
SET start += row.properties
// Labels and types by name in a parameter would be shorter, but only Neo4j has them. FOREACH does nothing for a kind that is
// not in $batch.kinds.
FOREACH (_ IN CASE $label WHEN 'Source' THEN [1] ELSE [] END | SET start:Source)
FOREACH (_ IN CASE $label WHEN 'Pillar' THEN [1] ELSE [] END | SET start:Pillar)
FOREACH (_ IN CASE $label WHEN 'OrganizationType' THEN [1] ELSE [] END | SET start:OrganizationType)
FOREACH (_ IN CASE $label WHEN 'Category' THEN [1] ELSE [] END | SET start:Category)
FOREACH (_ IN CASE $label WHEN 'Topic' THEN [1] ELSE [] END | SET start:Topic)
FOREACH (_ IN CASE $label WHEN 'Responsibility' THEN [1] ELSE [] END | SET start:Responsibility)
FOREACH (_ IN CASE $label WHEN 'Role' THEN [1] ELSE [] END | SET start:Role)
FOREACH (_ IN CASE $label WHEN 'Appearance' THEN [1] ELSE [] END | SET start:Appearance)
FOREACH (
  to IN row.relationships[$batch.kinds.PART_OF] |
  FOREACH (end IN [ends[to[0]]] | CREATE (start)-[:PART_OF {position: to[1]}]->(end))
)
FOREACH (
  to IN row.relationships[$batch.kinds.ABOUT] |
  FOREACH (end IN [ends[to[0]]] | CREATE (start)-[:ABOUT {position: to[1]}]->(end))
)
FOREACH (
  to IN row.relationships[$batch.kinds.APPEARS_IN] |
  FOREACH (end IN [ends[to[0]]] | CREATE (start)-[:APPEARS_IN {weight: to[1]}]->(end))
)
FOREACH (
  to IN row.relationships[$batch.kinds.WORKS_IN] |
  FOREACH (end IN [ends[to[0]]] | CREATE (start)-[:WORKS_IN {weight: to[1]}]->(end))
)
FOREACH (
  to IN row.relationships[$batch.kinds.IN_CATEGORY] |
  FOREACH (end IN [ends[to[0]]] | CREATE (start)-[:IN_CATEGORY {weight: to[1]}]->(end))
)
FOREACH (
  to IN row.relationships[$batch.kinds.PERFORMS] |
  FOREACH (end IN [ends[to[0]]] | CREATE (start)-[:PERFORMS {weight: to[1]}]->(end))
)
FOREACH (
  to IN row.relationships[$batch.kinds.CONSULTED_ON] |
  FOREACH (end IN [ends[to[0]]] | CREATE (start)-[:CONSULTED_ON {weight: to[1]}]->(end))
)
FOREACH (
  to IN row.relationships[$batch.kinds.INFORMED_ABOUT] |
  FOREACH (end IN [ends[to[0]]] | CREATE (start)-[:INFORMED_ABOUT {weight: to[1]}]->(end))
)
FOREACH (
  to IN row.relationships[$batch.kinds.OF] |
  FOREACH (end IN [ends[to[0]]] | CREATE (start)-[:OF]->(end))
)
FOREACH (
  to IN row.relationships[$batch.kinds.UNDER] |
  FOREACH (end IN [ends[to[0]]] | CREATE (start)-[:UNDER]->(end))
)
FOREACH (
  to IN row.relationships[$batch.kinds.STATED_IN] |
  FOREACH (end IN [ends[to[0]]] | CREATE (start)-[:STATED_IN {line: to[1]}]->(end))
)
FOREACH (
  to IN row.relationships[$batch.kinds.NAMES] |
  FOREACH (end IN [ends[to[0]]] | CREATE (start)-[:NAMES {position: to[1], involvement: to[2]}]->(end))
)
FOREACH (
  to IN row.relationships[$batch.kinds.INVOLVES] |
  FOREACH (end IN [ends[to[0]]] | CREATE (start)-[:INVOLVES {position: to[1], involvement: to[2]}]->(end))
)
WITH sum(1 + COUNT { (start)-->() }) AS written
// At the end, so that the next batch is created while this one is committed. Where somebody has begun to remove the
// generation, the division by zero undoes all of this: Cypher has no other way to say so.
OPTIONAL MATCH (generation:Rolegraph {key: $catalog + '/' + $generation})
// Of now, not of the statement's beginning.
SET generation.touchedAt = datetime.realtime()
WITH written, generation
RETURN written / CASE WHEN generation IS NOT NULL AND generation.removing IS NULL THEN 1 ELSE 0 END AS created
