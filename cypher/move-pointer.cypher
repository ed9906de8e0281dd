// Compare-and-set: moves the pointer to a generation if it still names the one that the import replaces, null for none, and
// returns the sequence of the import.
MERGE (catalog:Rolegraph {key: $catalog})
// Takes the write locks, so that what is compared below cannot change any more.
SET catalog:RolegraphCatalog, catalog.movedBy = $generation
WITH catalog
MATCH (generation:Rolegraph {key: $catalog + '/' + $generation})
SET generation.touchedAt = datetime()
WITH catalog, generation
WHERE
  // The last condition holds if this is sent again after it was carried out.
  (catalog.generation = $replaced OR (catalog.generation IS NULL AND $replaced IS NULL) OR catalog.generation = $generation)
  AND generation.removing IS NULL
// A version that knows no sequences leaves that of the import before its own. What it imported counts as one more import.
WITH
  catalog,
  generation,
  CASE
    WHEN catalog.generation = $generation THEN catalog.sequence
    WHEN catalog.generation IS NULL OR catalog.sequenceOf = catalog.generation THEN coalesce(catalog.sequence, 0) + 1
    ELSE coalesce(catalog.sequence, 0) + 2
  END AS sequence
SET
  generation.sequence = sequence,
  catalog.sequence = sequence,
  catalog.sequenceOf = $generation,
  catalog.generation = $generation,
  catalog.name = generation.name,
  catalog.version = generation.version,
  catalog.revision = generation.revision,
  catalog.format = generation.format,
  catalog.importedAt = generation.importedAt,
  catalog.importedBy = generation.importedBy,
  catalog.added = generation.added,
  catalog.changed = generation.changed,
  catalog.removed = generation.removed
WITH catalog
// From now on nobody begins to read the previous one; its current readers have as long as an unused generation is kept.
OPTIONAL MATCH (replaced:Rolegraph {key: $catalog + '/' + $replaced})
SET replaced.touchedAt = datetime()
RETURN catalog.sequence AS sequence
