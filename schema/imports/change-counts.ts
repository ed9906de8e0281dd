import { builder } from '../builder.ts';
import { ChangeCountsRef } from '../refs.ts';

builder.objectType(ChangeCountsRef, {
  description:
    'How many entries of a catalog differ from another one: sources, pillars, organization types, categories, topics, responsibilities, ' +
    'roles, appearances and retired ids. All changes of its own name, version and parts count as one.',
  fields: (t) => ({
    added: t.exposeInt('added', { description: 'The number of entries that only the new catalog has.' }),
    changed: t.exposeInt('changed', {
      description: 'The number of entries that differ, and of lists in another order.',
    }),
    removed: t.exposeInt('removed', { description: 'The number of entries that only the old catalog has.' }),
  }),
});
