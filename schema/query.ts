import { builder } from './builder.ts';

/** Each module adds the questions that its type answers. */
builder.queryType({
  description:
    'Questions about roles: who does what and where, and what roles, pillars and organizations share. Every answer is of ' +
    'one catalog, whole, even while another is being imported.',
});
