// Categories with the indexes of what they are part of, the first of which gives the category its id.
MATCH (category:Rolegraph)
WHERE category.key STARTS WITH $generation + '/category:'
RETURN
  category.place AS index,
  category.slug AS slug,
  category.name AS name,
  category.externalId AS externalId,
  coalesce(category.sameAs, []) AS sameAs,
  category.relation AS relation,
  COLLECT {
    MATCH (category)-[partOf:PART_OF]->(pillar:Pillar)
    RETURN pillar.place ORDER BY partOf.position
  } AS pillars,
  COLLECT {
    MATCH (category)-[partOf:PART_OF]->(organizationType:OrganizationType)
    RETURN organizationType.place ORDER BY partOf.position
  } AS organizationTypes
