import { builder } from './builder.ts';

/** Each module adds the fields of Query that return its type. */
builder.queryType({
  description:
    'Questions about roles: what they do, where they appear, and what roles, pillars and organizations have in common. ' +
    'Every answer comes from one catalog as a whole, even while another one is being imported.',
});
