// The pointer: which generation is current. Every storage format has its first four properties. A version that knows no
// sequences leaves those of the import before its own; what it imported counts as one more import, of which nothing is known.
MATCH (catalog:Rolegraph {key: $catalog})
WHERE catalog.generation IS NOT NULL
WITH catalog, coalesce(catalog.sequenceOf = catalog.generation, false) AS isNumbered
RETURN
  catalog.generation AS key,
  catalog.revision AS revision,
  catalog.importedAt.epochMillis AS importedAt,
  catalog.format AS format,
  CASE WHEN isNumbered THEN catalog.sequence ELSE coalesce(catalog.sequence, 0) + 1 END AS sequence,
  CASE WHEN isNumbered THEN catalog.importedBy END AS importedBy,
  CASE
    WHEN isNumbered AND catalog.added IS NOT NULL
      THEN {added: catalog.added, changed: catalog.changed, removed: catalog.removed}
  END AS changes
