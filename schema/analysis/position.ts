import { titleOfPosition, type Position } from '../../src/analysis/coverage/team.ts';
import { builder } from '../builder.ts';
import { RoleRef } from '../refs.ts';
import { TeamMemberRef } from './staff.ts';

export const PositionRef = builder.objectRef<Position>('Position').implement({
  description: 'A position in a team: one role, several roles that were merged, or a person with all their roles.',
  fields: (t) => ({
    title: t.string({
      description:
        'The titles of the roles, joined by ` + `, e.g. `Backup Administrator + Systems Administrator`; of a person, the name.',
      resolve: titleOfPosition,
    }),
    person: t.field({
      type: TeamMemberRef,
      nullable: true,
      description: 'The person. Null if the team is not given as `staff`.',
      resolve: ({ person }) => person,
    }),
    roles: t.expose('roles', { type: [RoleRef], description: 'The roles of the position, by title.' }),
  }),
});
