// Gives up a generation of our own that was not made current: nobody else can have seen it.
OPTIONAL MATCH (catalog:Rolegraph {key: $catalog})
WITH catalog
MATCH (generation:Rolegraph {key: $catalog + '/' + $generation})
WHERE generation.key <> $catalog + '/' + coalesce(catalog.generation, '')
SET generation.removing = true, generation.touchedAt = datetime()
RETURN $generation AS key
