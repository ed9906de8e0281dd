import { builder, idDescription, proseDescription } from '../builder.ts';
import { SourceRef } from '../refs.ts';

builder.objectType(SourceRef, {
  description: 'A document that names roles.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    slug: t.exposeString('slug', { description: 'The id without its kind, e.g. `001`.' }),
    title: t.exposeString('label', { description: 'The title of the document.' }),
    document: t.exposeString('document', { description: 'The file name or address of the document.' }),
    url: t.exposeString('url', {
      nullable: true,
      description:
        'The URL at which the document can be read, as the catalog gives it: `{line}`, `{row}` and `{anchor}` in it stand ' +
        'for those of an appearance, e.g. `https://docs.example/handbook#{anchor}`. `SourceReference.url` has them filled ' +
        'in. Null if the catalog has none.',
    }),
    summary: t.exposeString('summary', {
      nullable: true,
      description: `What the catalog says about the document. ${proseDescription} Null if the catalog has none.`,
    }),
    appearanceCount: t.exposeInt('appearanceCount', {
      description: 'The number of appearances of roles in the document. A line with three roles counts three times.',
    }),
  }),
});
