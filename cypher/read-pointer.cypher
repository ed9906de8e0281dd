// The pointer: which generation is current. Every storage format has its first four properties. What was imported before there
// were sequences counts as the first import.
MATCH (catalog:Rolegraph {key: $catalog})
WHERE catalog.generation IS NOT NULL
RETURN
  catalog.generation AS key,
  catalog.revision AS revision,
  catalog.importedAt.epochMillis AS importedAt,
  catalog.format AS format,
  coalesce(catalog.sequence, 1) AS sequence,
  catalog.importedBy AS importedBy,
  CASE
    WHEN catalog.added IS NULL THEN null
    ELSE {added: catalog.added, changed: catalog.changed, removed: catalog.removed}
  END AS changes
