// A generation itself: its catalog, and how many nodes and relationships of each kind it has.
MATCH (generation:Rolegraph {key: $catalog + '/' + $generation})
WHERE generation.removing IS NULL
RETURN
  generation.name AS name,
  generation.version AS version,
  generation.revision AS revision,
  coalesce(generation.partNames, []) AS partNames,
  coalesce(generation.partVersions, []) AS partVersions,
  coalesce(generation.partSources, []) AS partSources,
  coalesce(generation.retiredIds, []) AS retiredIds,
  coalesce(generation.retiredReplacements, []) AS retiredReplacements,
  generation.sources AS sources,
  generation.pillars AS pillars,
  generation.organizationTypes AS organizationTypes,
  generation.categories AS categories,
  generation.topics AS topics,
  generation.responsibilities AS responsibilities,
  generation.roles AS roles,
  generation.appearances AS appearances,
  generation.overlaps AS overlaps,
  generation.names AS names,
  generation.about AS about,
  generation.partOf AS partOf,
  generation.statedIn AS statedIn,
  generation.involvements AS involvements
