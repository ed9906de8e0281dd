// The pointer: which generation is current. Every storage format has these four properties.
MATCH (catalog:Rolegraph {key: $catalog})
WHERE catalog.generation IS NOT NULL
RETURN
  catalog.generation AS key,
  catalog.revision AS revision,
  catalog.importedAt.epochMillis AS importedAt,
  catalog.format AS format
