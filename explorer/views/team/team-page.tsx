import { useState } from 'preact/hooks';
import type { TeamPart, TeamQuestion } from '../../state/address/team-address.ts';
import { useOurTeam } from '../../state/our-team.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { CoversPart } from './covers-part.tsx';
import { HatsPart } from './hats-part.tsx';
import { LeavesPart } from './leaves-part.tsx';
import { PeoplePart } from './people-part.tsx';
import type { PartProps } from './team-head.tsx';

interface TeamPageProps {
  readonly question: TeamQuestion;
  readonly frame: Frame | undefined;
}

const parts: Readonly<Record<TeamPart, (props: PartProps) => preact.JSX.Element>> = {
  COVERS: CoversPart,
  LEAVES: LeavesPart,
  HATS: HatsPart,
  PEOPLE: PeoplePart,
};

/** One of the questions about the team of this browser. */
export function TeamPage({ question, frame }: TeamPageProps) {
  const ours = useOurTeam();
  // Whoever has just added the first person wants to add the next.
  const [usual] = useState<TeamPart>(ours.team.length === 0 ? 'PEOPLE' : 'COVERS');
  const chosen = question.part ?? usual;
  const Part = parts[chosen];
  return (
    <div class="team">
      <Part question={question} part={chosen} ours={ours} frame={frame} />
    </div>
  );
}
