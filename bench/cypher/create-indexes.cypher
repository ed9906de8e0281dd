// Every index that the measured queries of the peers can use, one statement a line.
CREATE INDEX benchRoleSlug FOR (node:Role) ON (node.slug);
CREATE INDEX benchRoleId FOR (node:Role) ON (node.id);
CREATE INDEX benchRolePlace FOR (node:Role) ON (node.place);
CREATE INDEX benchRoleTitleOrder FOR (node:Role) ON (node.title);
CREATE INDEX benchPillarId FOR (node:Pillar) ON (node.id);
CREATE INDEX benchPillarPlace FOR (node:Pillar) ON (node.place);
CREATE INDEX benchCategoryId FOR (node:Category) ON (node.id);
CREATE INDEX benchOrganizationTypeId FOR (node:OrganizationType) ON (node.id);
CREATE INDEX benchResponsibilityId FOR (node:Responsibility) ON (node.id);
CREATE INDEX benchOverlapWeight FOR ()-[edge:OVERLAPS_WITH]-() ON (edge.weight);
CREATE FULLTEXT INDEX benchRoleTitle FOR (node:Role) ON EACH [node.title];
CALL db.awaitIndexes(600);
