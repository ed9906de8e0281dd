import type { Steps } from '../../scheduling/steps.ts';
import type { Drawing, DrawingOptions } from '../picture.ts';
import { coverageCard } from './coverage-card.ts';
import { invitesCard, mostInvitesDrawn } from './invites-card.ts';
import { openCard } from './open-card.ts';
import type { PlanData } from './plan-data.ts';
import { planDescription, planLead, planRemarks, planTitle } from './plan-sentences.ts';

/** From this width, what is covered is next to the invites. */
const twoColumns = 700;
const gap = 20;
/** The width of the invites, as a part of both columns. */
const invitesPart = 0.58;

/** Draws a plan as a page that can be put on the table: who is invited and why, what they cover, and what remains open. */
export function* planDrawing(data: PlanData, { width }: DrawingOptions): Steps<Drawing> {
  const hasTwo = width >= twoColumns;
  const left = { x: 0, width: hasTwo ? Math.round((width - gap) * invitesPart) : width };
  const right = hasTwo ? { x: left.width + gap, width: width - left.width - gap } : left;
  const invites = yield* invitesCard(data, { ...left, y: 0 });
  const coverage = yield* coverageCard(data, { ...right, y: hasTwo ? 0 : invites.end + gap });
  const coverageEnd = coverage?.end ?? (hasTwo ? 0 : invites.end);
  // In the column that is shorter, so that the page is short.
  const isLeft = hasTwo && invites.end < coverageEnd;
  const open = yield* openCard(data, isLeft ? { ...left, y: invites.end + gap } : { ...right, y: coverageEnd + gap });
  const cards = [invites, coverage, open].filter((card) => card !== undefined);
  return {
    title: planTitle(data),
    lead: planLead(data),
    description: planDescription(data),
    marks: cards.flatMap(({ marks }) => marks),
    height: Math.max(...cards.map(({ end }) => end)),
    remarks: planRemarks(data, mostInvitesDrawn),
  };
}
