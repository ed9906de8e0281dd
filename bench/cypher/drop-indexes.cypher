// What create-indexes made, so that later imports do not pay for it, one statement a line.
DROP INDEX benchRoleSlug;
DROP INDEX benchRoleId;
DROP INDEX benchRolePlace;
DROP INDEX benchRoleTitleOrder;
DROP INDEX benchPillarId;
DROP INDEX benchPillarPlace;
DROP INDEX benchCategoryId;
DROP INDEX benchOrganizationTypeId;
DROP INDEX benchResponsibilityId;
DROP INDEX benchOverlapWeight;
DROP INDEX benchRoleTitle;
