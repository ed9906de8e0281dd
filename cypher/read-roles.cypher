// Roles in columns, $rowSize a row. Those that were stored before there were hidden titles have none.
MATCH (role:Rolegraph)
WHERE role.key STARTS WITH $generation + '/role:'
RETURN
  role.place / $rowSize AS row,
  collect(role.place) AS indexes,
  collect(role.slug) AS slugs,
  collect(role.title) AS titles,
  collect(coalesce(role.qualifier, '')) AS qualifiers,
  collect(role.alternateTitles) AS alternateTitles,
  collect(coalesce(role.hiddenTitles, [])) AS hiddenTitles,
  collect(coalesce(role.externalId, '')) AS externalIds,
  collect(coalesce(role.sameAs, [])) AS sameAs
