import { builder } from './builder.ts';

builder.scalarType('DateTime', {
  description: 'A point in time in UTC, in ISO 8601 format, e.g. `2026-11-21T12:00:00.000Z`.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (instant) => instant.toISOString(),
});
