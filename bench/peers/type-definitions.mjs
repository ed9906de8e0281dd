/** The graph that Rolegraph keeps in Neo4j (docs/neo4j.md), as one would describe it to @neo4j/graphql. */
export const typeDefs = /* GraphQL */ `
  type Role
    @node(labels: ["Role"])
    @fulltext(indexes: [{ indexName: "benchRoleTitle", queryName: "rolesByTitle", fields: ["title"] }]) {
    id: ID!
    slug: String!
    title: String!
    summary: String
    place: Int!
    pillars: [Pillar!]! @relationship(type: "APPEARS_IN", direction: OUT, properties: "Weighted")
    organizationTypes: [OrganizationType!]! @relationship(type: "WORKS_IN", direction: OUT, properties: "Weighted")
    categories: [Category!]! @relationship(type: "IN_CATEGORY", direction: OUT, properties: "Weighted")
    responsibilities: [Responsibility!]! @relationship(type: "PERFORMS", direction: OUT, properties: "Weighted")
    overlaps: [Role!]!
      @relationship(type: "OVERLAPS_WITH", direction: OUT, queryDirection: UNDIRECTED, properties: "RoleOverlap")
    "Each pair once, at the role with the greater id."
    overlapsTo: [Role!]! @relationship(type: "OVERLAPS_WITH", direction: IN, properties: "RoleOverlap")
  }

  type Pillar @node(labels: ["Pillar"]) {
    id: ID!
    slug: String!
    name: String!
    place: Int!
    roles: [Role!]! @relationship(type: "APPEARS_IN", direction: IN, properties: "Weighted")
    overlaps: [Pillar!]!
      @relationship(type: "OVERLAPS_WITH", direction: OUT, queryDirection: UNDIRECTED, properties: "PillarOverlap")
    overlapsTo: [Pillar!]! @relationship(type: "OVERLAPS_WITH", direction: IN, properties: "PillarOverlap")
  }

  type OrganizationType @node(labels: ["OrganizationType"]) {
    id: ID!
    slug: String!
    name: String!
    place: Int!
  }

  type Category @node(labels: ["Category"]) {
    id: ID!
    slug: String!
    name: String!
    place: Int!
    pillars: [Pillar!]! @relationship(type: "PART_OF", direction: OUT)
    organizationTypes: [OrganizationType!]! @relationship(type: "PART_OF", direction: OUT)
  }

  type Responsibility @node(labels: ["Responsibility"]) {
    id: ID!
    slug: String!
    name: String!
    place: Int!
  }

  type Weighted @relationshipProperties {
    weight: Int!
  }

  type RoleOverlap @relationshipProperties {
    weight: Float!
    score: Float!
  }

  type PillarOverlap @relationshipProperties {
    weight: Float!
    sharedRoleCount: Int!
    unionRoleCount: Int!
    jaccard: Float!
  }
`;
