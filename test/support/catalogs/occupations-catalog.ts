import type { Catalog, CatalogAppearance } from '../../../src/catalog/catalog.ts';
import { categoryReference } from '../../../src/catalog/category-owner.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import { catalogWith } from './small-catalogs.ts';

/** The first 37 of the generalized work activities of O*NET, whose names are longer than those of most pillars. */
const activities = [
  'Getting Information',
  'Monitoring Processes, Materials, or Surroundings',
  'Identifying Objects, Actions, and Events',
  'Inspecting Equipment, Structures, or Materials',
  'Estimating the Quantifiable Characteristics of Products, Events, or Information',
  'Judging the Qualities of Objects, Services, or People',
  'Evaluating Information to Determine Compliance with Standards',
  'Processing Information',
  'Analyzing Data or Information',
  'Making Decisions and Solving Problems',
  'Thinking Creatively',
  'Updating and Using Relevant Knowledge',
  'Developing Objectives and Strategies',
  'Scheduling Work and Activities',
  'Organizing, Planning, and Prioritizing Work',
  'Performing General Physical Activities',
  'Handling and Moving Objects',
  'Controlling Machines and Processes',
  'Operating Vehicles, Mechanized Devices, or Equipment',
  'Working with Computers',
  'Drafting, Laying Out, and Specifying Technical Devices, Parts, and Equipment',
  'Repairing and Maintaining Mechanical Equipment',
  'Repairing and Maintaining Electronic Equipment',
  'Documenting/Recording Information',
  'Interpreting the Meaning of Information for Others',
  'Communicating with Supervisors, Peers, or Subordinates',
  'Communicating with People Outside the Organization',
  'Establishing and Maintaining Interpersonal Relationships',
  'Assisting and Caring for Others',
  'Selling or Influencing Others',
  'Resolving Conflicts and Negotiating with Others',
  'Performing for or Working Directly with the Public',
  'Coordinating the Work and Activities of Others',
  'Developing and Building Teams',
  'Training and Teaching Others',
  'Guiding, Directing, and Motivating Subordinates',
  'Coaching and Developing Others',
] as const;

const verbs = ['Read', 'Record', 'Explain', 'Review', 'Prepare', 'Maintain', 'Negotiate', 'Coordinate', 'Investigate'];
const objects = [
  'documents or materials to inform work processes',
  'organizational or project budgets',
  'the condition of natural or constructed systems',
  'agreements with clients or suppliers',
];
const fields = [
  ...[
    'Accounting',
    'Aerospace',
    'Agricultural',
    'Biomedical',
    'Broadcast',
    'Chemical',
    'Civil',
    'Clinical',
    'Computer',
  ],
  ...[
    'Construction',
    'Dental',
    'Electrical',
    'Environmental',
    'Financial',
    'Forestry',
    'Health and Safety',
    'Industrial',
  ],
  ...[
    'Judicial',
    'Logistics',
    'Marine',
    'Mathematical',
    'Mechanical',
    'Nuclear',
    'Regulatory Affairs',
    'Transportation',
  ],
];
const jobs = [
  ...['Managers', 'Engineers, All Other', 'Technicians', 'Technologists and Technicians', 'Inspectors', 'Analysts'],
  ...[
    'Clerks',
    'Teachers, Postsecondary',
    'Operators and Tenders',
    'Repairers',
    'Installers',
    'Assistants',
    'Scientists',
  ],
  ...[
    'Specialists',
    'Supervisors of Production and Operating Workers',
    'Planners',
    'Designers',
    'Advisors',
    'Drafters',
  ],
  ...['Investigators', 'Sales Representatives', 'Trainers', 'Coordinators', 'Researchers', 'Examiners', 'Dispatchers'],
  ...[
    'Buyers',
    'Auditors',
    'Estimators',
    'Surveyors',
    'Writers',
    'Interpreters',
    'Helpers',
    'Appraisers',
    'Counselors',
  ],
  ...['Negotiators', 'Controllers', 'Assemblers', 'Fabricators', 'Finishers'],
];
const categoryCount = 330;
const dutyCount = 900;

/** A catalog of the shape of O*NET: 1,000 occupations in some twelve of 37 pillars each, and 330 categories. */
export function occupationsCatalog(): Catalog {
  const pillars = activities.map((name, index) => ({ slug: `activity-${index + 1}`, name }));
  const categories = Array.from({ length: categoryCount }, (_, index) => {
    const within = Math.floor(index / pillars.length);
    return {
      slug: `category-${within + 1}`,
      name: `${itemAt(verbs, within)} ${itemAt(objects, index % objects.length)}`,
      pillar: itemAt(pillars, index % pillars.length).slug,
    };
  });
  const responsibilities = Array.from({ length: dutyCount }, (_, index) => ({
    slug: `duty-${index + 1}`,
    name: `${itemAt(verbs, index % verbs.length)} ${itemAt(objects, index % objects.length)}, part ${index + 1}`,
    topics: [],
  }));
  const roles = fields.flatMap((field, at) =>
    jobs.map((job, of) => ({ slug: `occupation-${at * jobs.length + of + 1}`, title: `${field} ${job}` })),
  );
  const appearances = roles.flatMap(({ slug, title }, index) =>
    // Numbers that share no factor with those of categories and duties spread each occupation over both.
    Array.from({ length: 8 + (index % 9) }, (_, at): CatalogAppearance => {
      const category = itemAt(categories, (index * 31 + at * (at % 3 === 0 ? 37 : 23)) % categoryCount);
      return {
        role: slug,
        category: categoryReference(category),
        titles: [title],
        responsibilities: [`duty-${((index * 7 + at * 101) % dutyCount) + 1}`],
        source: { source: 's', line: index * 20 + at + 1 },
      };
    }),
  );
  return catalogWith({
    name: 'Occupations',
    version: '30.0',
    pillars,
    categories,
    responsibilities,
    roles,
    appearances,
  });
}
