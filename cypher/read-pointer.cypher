// The pointer: which generation is current. Every format of ours keeps these four properties.
MATCH (catalog:Rolegraph {key: $catalog})
WHERE catalog.generation IS NOT NULL
RETURN
  catalog.generation AS key,
  catalog.revision AS revision,
  catalog.importedAt.epochMillis AS importedAt,
  catalog.format AS format
