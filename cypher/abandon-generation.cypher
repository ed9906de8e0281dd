// Abandons a generation of this process that is not current; nobody else can have seen it. Returns its key, or no row.
MATCH (generation:Rolegraph {key: $catalog + '/' + $generation})
// Takes the write lock first: a running move of the pointer to it ends first, and is seen below.
SET generation.claimed = true
WITH generation
OPTIONAL MATCH (catalog:Rolegraph {key: $catalog})
WITH generation, catalog
WHERE coalesce(catalog.generation, '') <> $generation
SET generation.removing = true, generation.touchedAt = datetime()
RETURN $generation AS key
