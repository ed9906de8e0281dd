// Claims for removal one generation that is not current and that nobody has touched for $unusedFor milliseconds: it was
// replaced, or its import or removal was killed. Returns its key, or no row.
OPTIONAL MATCH (catalog:Rolegraph {key: $catalog})
WITH catalog
MATCH (generation:Rolegraph)
WHERE
  generation.key STARTS WITH $catalog + '/'
  AND generation:RolegraphGeneration
  AND generation.key <> $catalog + '/' + coalesce(catalog.generation, '')
  AND generation.touchedAt < datetime() - duration({milliseconds: $unusedFor})
WITH generation
LIMIT 1
// Takes the write lock, then looks again: it may have been touched or made current meanwhile.
SET generation.claimed = true
WITH generation
OPTIONAL MATCH (catalog:Rolegraph {key: $catalog})
WITH catalog, generation
WHERE
  generation.key <> $catalog + '/' + coalesce(catalog.generation, '')
  AND generation.touchedAt < datetime() - duration({milliseconds: $unusedFor})
SET generation.removing = true, generation.touchedAt = datetime()
RETURN substring(generation.key, size($catalog) + 1) AS key
