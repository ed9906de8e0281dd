import { builder } from '../builder.ts';

export const NodeKindEnum = builder.enumType('NodeKind', {
  description: 'What a node of the graph is.',
  values: {
    ROLE: { description: 'A job that people hold, e.g. DevOps Engineer.' },
    RESPONSIBILITY: { description: 'Something that roles do, e.g. verify backups.' },
    TOPIC: { description: 'What responsibilities are about, e.g. backup.' },
    PILLAR: { description: 'A pillar of well-run systems, e.g. Security.' },
    CATEGORY: { description: 'A heading under which a source lists roles, e.g. Infrastructure & Network.' },
    ORGANIZATION_TYPE: { description: 'A kind of organization that roles work in or for, e.g. a vendor.' },
    SOURCE: { description: 'A document that names roles.' },
    APPEARANCE: { description: 'One line of a source that names a role under a heading.' },
  } as const,
});
