import { builder } from '../builder.ts';

export const NodeKindEnum = builder.enumType('NodeKind', {
  description: 'The kind of a node of the graph.',
  values: {
    ROLE: { description: 'A job that people hold, e.g. DevOps Engineer.' },
    RESPONSIBILITY: { description: 'Something that roles do, e.g. verify backups.' },
    TOPIC: { description: 'A subject of responsibilities, e.g. backup.' },
    PILLAR: { description: 'A pillar of well-run systems, e.g. Security.' },
    CATEGORY: { description: 'A heading under which a source lists roles, e.g. Infrastructure & Network.' },
    ORGANIZATION_TYPE: { description: 'A kind of organization in which or for which roles work, e.g. a vendor.' },
    SOURCE: { description: 'A document that names roles.' },
    APPEARANCE: { description: 'A line of a source that names a role under a category.' },
  } as const,
});
