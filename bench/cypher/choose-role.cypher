// The role of median degree among those that every operation suits: ten overlaps at least, one page of responsibilities.
// Overlaps do not count, for how many there are depends on the size of the catalog.
MATCH (role:Role)
WITH
  role,
  COUNT { (role)-[:APPEARS_IN|WORKS_IN|IN_CATEGORY|PERFORMS]->() } AS degree,
  COUNT { (role)-[:OVERLAPS_WITH]-() } AS overlaps,
  COUNT { (role)-[:PERFORMS]->() } AS duties
WHERE overlaps >= 10 AND 1 <= duties <= 100
WITH role
ORDER BY degree, role.id
WITH collect({id: role.id, slug: role.slug}) AS roles
RETURN roles[size(roles) / 2].id AS id, roles[size(roles) / 2].slug AS slug
