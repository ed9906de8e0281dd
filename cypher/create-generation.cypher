// Creates a generation that nobody sees yet. touchedAt shows that a process is working on it.
CREATE (generation:RolegraphGeneration:Rolegraph {key: $catalog + '/' + $generation})
SET
  generation += $properties,
  generation.importedAt = datetime($properties.importedAt),
  generation.touchedAt = datetime()
