import { builder } from '../builder.ts';
import { FindingRef } from '../refs.ts';

const FindingSeverityEnum = builder.enumType('FindingSeverity', {
  description: 'How severe a finding about a catalog is.',
  values: {
    ERROR: { value: 'error', description: 'A catalog with an error cannot be imported.' },
    WARNING: { value: 'warning', description: 'A hint to the authors; the catalog can be imported.' },
  } as const,
});

builder.objectType(FindingRef, {
  description: 'An error in a catalog, or a warning to its authors.',
  fields: (t) => ({
    severity: t.expose('severity', { type: FindingSeverityEnum, description: 'Whether it prevents the import.' }),
    line: t.exposeInt('line', { description: 'The line of the text, from 1.' }),
    path: t.exposeString('path', {
      description: 'The path in the catalog, e.g. `roles[3].alternateTitles[1]`; empty for the catalog as a whole.',
    }),
    message: t.exposeString('message', { description: 'What is wrong, what is expected and what to do.' }),
  }),
});
