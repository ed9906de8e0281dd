// Begins a generation that nobody sees yet. What touches it shows that somebody is at work on it.
CREATE (generation:RolegraphGeneration:Rolegraph {key: $catalog + '/' + $generation})
SET
  generation += $properties,
  generation.importedAt = datetime($properties.importedAt),
  generation.touchedAt = datetime()
