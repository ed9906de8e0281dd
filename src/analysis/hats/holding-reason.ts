import { intersectionOf } from '../../collections/intersection.ts';
import type { RoleOverlap } from '../../graph/overlaps/role-overlaps.ts';
import type { HeldRole } from './held-role.ts';
import { inWords, numberOf } from './in-words.ts';

/** How many pillars, categories or organization types are told by name, and from how many on by number. */
const mostNamed = 2;

/** Why a role is held by its person, in sentences. */
export function holdingReason(held: Omit<HeldRole, 'reason'>): string {
  return [tieSentence(held), apartSentence(held), alternativeSentence(held)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function tieSentence({ strongest }: Pick<HeldRole, 'strongest'>): string {
  if (strongest === null) return 'Held alone.';
  const [, other] = strongest.roles;
  const shared = sharedInWords(strongest);
  if (shared === '') return 'Shares nothing with the other roles of this person.';
  return `Shares ${shared} with ${other.title} (overlap ${decimal(strongest.score)}).`;
}

function apartSentence({ keptApartFrom }: Pick<HeldRole, 'keptApartFrom'>): string {
  if (keptApartFrom.length === 0) return '';
  return `Kept apart from ${inWords(keptApartFrom.map(({ role, person }) => `${role.title} (person ${person})`))}.`;
}

function alternativeSentence({ fit, alternative, keptApartFrom }: Omit<HeldRole, 'reason'>): string {
  if (alternative === null) return keptApartFrom.length === 0 ? '' : 'Nobody else may hold it.';
  const [here, there] = [fit ?? 0, alternative.fit];
  const { person } = alternative;
  if (here === 0 && there === 0) return 'It shares nothing with the roles of anybody else who may hold it.';
  if (fit === null)
    return `Of the others who may hold it, person ${person} is closest (mean overlap ${decimal(there)}).`;
  if (there > here) {
    return (
      `On its own it would be closer to person ${person} (mean overlap ${decimal(there)}, here ${decimal(here)}); ` +
      'moving it there would make loads less even or the split as a whole no better.'
    );
  }
  if (there === here) return `With person ${person} its mean overlap would be the same, ${decimal(here)}.`;
  return `Its mean overlap here is ${decimal(here)}; next best is person ${person} with ${decimal(there)}.`;
}

/** What two roles share, e.g. `the pillar "Security", 3 categories and 1 responsibility`; empty where it is nothing. */
function sharedInWords({ roles: [a, b] }: RoleOverlap): string {
  const named = (found: readonly { readonly label: string }[], one: string, many: string): string[] => {
    if (found.length === 0) return [];
    if (found.length > mostNamed) return [numberOf(found.length, one, many)];
    return [`the ${found.length === 1 ? one : many} ${inWords(found.map(({ label }) => `"${label}"`))}`];
  };
  const duties = intersectionOf([a.responsibilities, b.responsibilities]).length;
  return inWords([
    ...named(intersectionOf([a.pillars, b.pillars]), 'pillar', 'pillars'),
    ...named(intersectionOf([a.categories, b.categories]), 'category', 'categories'),
    ...named(intersectionOf([a.organizationTypes, b.organizationTypes]), 'organization type', 'organization types'),
    ...(duties === 0 ? [] : [numberOf(duties, 'responsibility', 'responsibilities')]),
  ]);
}

/** A score as a sentence tells it. */
function decimal(score: number): string {
  return score > 0 && score < 0.001 ? 'below 0.001' : score.toFixed(3);
}
