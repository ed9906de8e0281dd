// Deletes a generation that has no nodes left.
MATCH (generation:Rolegraph {key: $catalog + '/' + $generation})
WHERE generation.removing
DETACH DELETE generation
