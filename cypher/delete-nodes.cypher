// Deletes some nodes of a generation that is being removed; returns how many.
MATCH (generation:Rolegraph {key: $catalog + '/' + $generation})
SET generation.touchedAt = datetime()
WITH generation
MATCH (node:Rolegraph)
WHERE generation.removing AND node.key STARTS WITH $generation + '/'
WITH node
LIMIT $most
DETACH DELETE node
RETURN count(*) AS deleted
