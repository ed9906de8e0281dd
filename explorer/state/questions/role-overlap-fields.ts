import { graphql } from '../graphql.ts';

/** How much two roles share, and all of what it is computed from. */
export const roleOverlapFields = graphql(`
  fragment OfTwoRoles on RoleOverlap {
    score
    lineCount
    neverToldApart
    sharedWeight
    totalWeight
    sharedResponsibilities {
      id
      name
      roleCount
    }
    sharedCategories {
      id
      label
      roleCount
    }
    sharedPillars {
      id
      name
      roleCount
    }
    sharedOrganizationTypes {
      id
      name
      roleCount
    }
  }
`);
