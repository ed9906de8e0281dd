import type { ExampleNodes } from './example-nodes.ts';

/** A question to try, and how it is asked. */
export interface ExampleQuery {
  readonly question: string;
  readonly query: string;
}

/** Questions about nodes of the catalog that is served. GraphiQL opens with a tab for each. */
export function exampleQueries({ role, groups: [first, second], ends }: ExampleNodes): readonly ExampleQuery[] {
  return [
    {
      question: `${role.label}: what do they do, where, and which roles are similar?`,
      query: roleRelations(role.label),
    },
    {
      question: `Which roles do ${first.label} and ${second.label} share?`,
      query: sharedRoles(first.id, second.id),
    },
    {
      question: `What does the graph around ${role.label} look like, ready to draw?`,
      query: graphToDraw(role.id),
    },
    {
      question: `Who should be invited to a review of ${second.label}?`,
      query: invitePlanQuery(second.id),
    },
    {
      question: 'Which roles are single points of failure, and what is lost without one?',
      query: singlePointsQuery(role.id),
    },
    {
      question: `How are ${ends[0].label} and ${ends[1].label} connected?`,
      query: pathsQuery(ends[0].id, ends[1].id),
    },
  ];
}

// JSON's strings are strings of GraphQL too.
const text = JSON.stringify;

const roleRelations = (title: string): string => `# One role, and all it is part of.
# Run it: press play, or Ctrl-Enter.
# What a name means: point at it.
query RoleRelations {
  # By id, by title, or by a title
  # that some source calls it.
  role(by: { title: ${text(title)} }) {
    id
    title
    alternateTitles
    summary
    pillars { name }
    organizationTypes { name }
    categories { id name }
    topics { name }
    # Long lists come in pages: go on
    # with after: "<the endCursor>".
    responsibilities(first: 10) {
      totalCount
      pageInfo { endCursor }
      edges {
        node { name }
        # Which line says so.
        appearances {
          source { line }
        }
      }
    }
    # The closest first, rated 0 to 1.
    overlaps(first: 5) {
      edges {
        node { title }
        overlap {
          score
          sharedPillars { name }
        }
      }
    }
  }
}
`;

const sharedRoles = (first: string, second: string): string => `# What groups have in common.
query WhatPillarsShare {
  # 2 to 16 groups by id: pillars,
  # categories, organization types.
  overlap(
    of: [
      ${text(first)}
      ${text(second)}
    ]
  ) {
    groups { name roleCount }
    sharedRoleCount
    # In these and no other pillar.
    exclusiveRoleCount
    jaccard
    roles(first: 20) {
      totalCount
      nodes { title pillarCount }
    }
  }
  # Every pillar, with those that it
  # shares most roles with.
  pillars {
    id
    name
    roleCount
    overlaps(first: 3) {
      groups { name }
      sharedRoleCount
    }
  }
}
`;

const graphToDraw = (root: string): string => `# Nodes and edges, as libraries that
# draw graphs take them.
query GraphToDraw {
  graph(
    select: {
      # Leave the roots out for the
      # whole catalog.
      roots: [${text(root)}]
      depth: 1
      # What is walked and shown; all
      # kinds where nothing is given:
      # edgeKinds: [OVERLAPS_WITH]
      minOverlap: 0.2
      maxNodes: 60
    }
  ) {
    nodes { nodeId kind label degree }
    edges { kind source target weight }
    # Did maxNodes cut something off?
    truncated
  }
}
`;

const invitePlanQuery = (group: string): string => `# The fewest roles that cover a group.
query InvitePlan {
  invitePlan(
    input: {
      cover: [${text(group)}]
      # Or RESPONSIBILITY, or TOPIC.
      by: CATEGORY
      # mustInclude: [{ title: "…" }]
      # maxInvites: 4
    }
  ) {
    # Is this plan proven optimal?
    optimal
    coveredCount
    itemCount
    invites(first: 100) {
      totalCount
      edges {
        node { title }
        # What it covers that roles
        # before it do not.
        adds {
          edges {
            label
            appearances {
              source { line }
            }
          }
        }
        # Roles that could replace it.
        alternates(first: 3) {
          nodes { title }
        }
      }
    }
    uncovered {
      edges { label carrierCount }
    }
  }
}
`;

const singlePointsQuery = (role: string): string => `# What only one role covers, and what
# is lost without it.
query SinglePoints {
  singlePoints(
    first: 5
    # A team instead of all roles:
    # roles: [{ title: "…" }]
  ) {
    totalCount
    nodes {
      roles { title }
      # The share that would be lost.
      criticality
      items {
        categories(first: 3) {
          edges { label }
        }
        responsibilities(first: 3) {
          totalCount
          edges { label }
        }
      }
    }
  }
  # Computed only, never stored.
  whatIf(
    input: {
      remove: [{ id: ${text(role)} }]
    }
  ) {
    lost {
      responsibilities {
        totalCount
        edges { label }
      }
    }
    newlySingle { itemCount }
  }
}
`;

const pathsQuery = (from: string, to: string): string => `# The shortest paths between two nodes,
# through the rarest nodes first.
query Paths {
  paths(
    from: ${text(from)}
    to: ${text(to)}
    first: 3
  ) {
    paths {
      length
      sentence
      rarity
    }
  }
  # What is most closely related to it.
  related(to: ${text(from)}, first: 5) {
    edges { label kind reason }
  }
}
`;
