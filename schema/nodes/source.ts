import { builder, idDescription } from '../builder.ts';
import { SourceRef } from '../refs.ts';

builder.objectType(SourceRef, {
  description: 'A document that names roles.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    slug: t.exposeString('slug', { description: 'The id without its kind, e.g. `001`.' }),
    title: t.exposeString('label', { description: 'The title of the document.' }),
    document: t.exposeString('document', { description: 'The document itself: its file name or address.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'What the document is, in a sentence.' }),
    appearanceCount: t.exposeInt('appearanceCount', {
      description:
        'How many appearances it has: roles named on its lines, a line with three roles counted three times.',
    }),
  }),
});
