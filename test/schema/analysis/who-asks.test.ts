import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hospitalCatalog } from '../../support/catalogs/hospital-catalog.ts';
import { askingOf, askingShipped, askingWithin, type Ask } from '../../support/engines/asking.ts';
import { engines } from '../../support/engines/engines.ts';

/** A question as a person has it, how it is asked, and what the answer begins with. */
interface Question {
  readonly question: string;
  readonly asked: string;
  /** The names of related nodes, or the sentences of paths, as many as the person reads first. */
  readonly first: readonly string[];
  /** What explains the first of them, or what the answer says in short. */
  readonly because: string;
}

/** What a searcher, a consultant and a team lead ask of the catalog that ships. */
const shipped: readonly Question[] = [
  {
    question: 'Who does patches?',
    asked: 'related(to: "Apply updates and patches", kinds: [ROLE], first: 2)',
    first: ['Systems Administrator', 'Database Administrator'],
    because: 'Systems Administrator has the duty "Apply updates and patches", one of 20.',
  },
  {
    question: 'Who keeps the service levels?',
    asked: 'related(to: "Service levels", kinds: [ROLE], first: 3)',
    first: ['Site Reliability Engineer', 'Systems Administrator', 'Operations Manager'],
    because:
      '6 of the 10 duties of Site Reliability Engineer are about Service levels: "Keep latency low", "Keep systems ' +
      'healthy and stable", "Keep systems performing well" and 3 more.',
  },
  {
    question: 'Who does incident response?',
    asked: 'related(to: "Incident response", kinds: [ROLE], first: 2)',
    first: ['Incident Response Manager', 'Incident Response Lead'],
    because:
      '6 of the 7 duties of Incident Response Manager are about Incident response: "Coordinate incident resolution", ' +
      '"Coordinate incident response", "Handle escalations" and 3 more.',
  },
  {
    question: 'Who verifies backups, and where does it say so?',
    asked: 'related(to: "Verify backups", kinds: [ROLE], first: 1)',
    first: ['Backup Administrator'],
    because: 'Backup Administrator has the duty "Verify backups", one of 2.',
  },
  {
    question: 'Security review on Thursday: which roles are typical of Security?',
    asked: 'related(to: "Security", kinds: [ROLE], first: 7)',
    first: [
      'Application Security Trainer',
      'Security Champion',
      'IAM Administrator',
      'Identity and Access Manager',
      'Cloud Security Architect',
      'Cloud Security Engineer',
      'Security Engineer',
    ],
    because:
      'Application Security Trainer appears in Security with the duties "Foster ownership of security", "Raise security ' +
      'awareness" and "Uphold secure coding practices". Security has 100% of all that is said about Secure development.',
  },
  {
    question: 'What is Cost Optimization about?',
    asked: 'related(to: "Cost Optimization", kinds: [TOPIC], first: 3)',
    first: ['Cost control', 'Budgeting and forecasting', 'Cost analysis'],
    because:
      '17 of the 29 roles in Cost Optimization have duties about Cost control, compared with 17 of all 138 roles: 4.8 ' +
      'times as many as expected by chance.',
  },
  {
    question: 'The client has no Release Manager. Who comes closest?',
    asked: 'related(to: "Release Manager", kinds: [ROLE], first: 2)',
    first: ['Systems Administrator', 'Project Manager'],
    because: 'Release Manager and Systems Administrator both have the duty "Manage rollbacks".',
  },
  {
    question: 'Who could help at the help desk?',
    asked: 'related(to: "Help Desk Technician", kinds: [ROLE], first: 3)',
    first: ['On-site Engineer', 'Technical Support Engineer', 'IT Support Technician'],
    because:
      'Help Desk Technician and On-site Engineer both have the duties "Provide technical support" and "Troubleshoot ' +
      'technical issues".',
  },
  {
    question: 'I write the job description of an SRE. What is it about, and what do such roles often do, too?',
    asked: 'related(to: "SRE", kinds: [RESPONSIBILITY], first: 2)',
    first: ['Monitor performance', 'Monitor alerts'],
    because:
      '3 of the 11 roles closest to Site Reliability Engineer, itself included, have the duty "Monitor performance", ' +
      'compared with 5 of all 138 roles: 7.5 times as many as expected by chance.',
  },
  {
    question: 'What has a Data Owner to do with backup?',
    asked: 'paths(from: "Data Owner", to: "Backup", first: 2)',
    first: [
      'Data Owner has the duty "Align backups with recovery needs", which is about Backup.',
      'Data Owner has the duty "Define data criticality", which is about Backup.',
    ],
    because: 'The first 2 of the shortest paths, 2 steps each.',
  },
  {
    question: 'What do the Communications Specialist and the Incident Response Manager both work on?',
    asked: 'paths(from: "Communications Specialist", to: "Incident Response Manager", first: 1)',
    first: [
      'Communications Specialist has the duty "Manage incident communication", which is about Incident response, as is the ' +
        'duty "Coordinate incident resolution", which is performed by Incident Response Manager.',
    ],
    because:
      'The first of the shortest paths, 4 steps, through what roles do. Through pillars, categories or organization types, ' +
      'the shortest has 2 steps.',
  },
  {
    question: 'What connects a FinOps Analyst with a DevOps Engineer?',
    asked: 'paths(from: "FinOps Analyst", to: "DevOps Engineer")',
    first: ['FinOps Analyst has the duty "Connect teams across functions", as does DevOps Engineer.'],
    because: 'The only shortest path, 2 steps.',
  },
  {
    question: 'What do the Help Desk Technician and the CTO have in common?',
    asked: 'paths(from: "Help Desk Technician", to: "CTO")',
    first: [],
    because: 'No path of at most 4 steps connects them; the shortest has 6 steps.',
  },
];

/** What a ward manager, a quality manager and somebody who looks for help ask of a hospital. */
const hospital: readonly Question[] = [
  {
    question: 'Who prevents drug errors?',
    asked: 'related(to: "Medication safety", kinds: [ROLE], first: 4)',
    first: ['Pharmacist', 'Charge Nurse', 'Medication Safety Officer', 'Pharmacy Technician'],
    because:
      'All 3 duties of Pharmacist are about Medication safety: "Dispense medicines", "Reconcile medicines on admission" and ' +
      '"Review prescriptions".',
  },
  {
    question: 'There is an infection on the ward. Who can help?',
    asked: 'related(to: "Infection control", kinds: [ROLE], first: 2)',
    first: ['Microbiologist', 'Infection Control Nurse'],
    because:
      'All 3 duties of Microbiologist are about Infection control: "Advise on antibiotics", "Identify organisms" and "Manage outbreaks".',
  },
  {
    question: 'Who transfuses, and who is involved in it?',
    asked: 'related(to: "Blood transfusion", kinds: [ROLE], first: 3)',
    first: ['Transfusion Practitioner', 'Phlebotomist', 'Biomedical Scientist'],
    because:
      'All 3 duties of Transfusion Practitioner are about Blood transfusion: "Confirm the identity of patients", ' +
      '"Investigate transfusion reactions" and "Transfuse blood".',
  },
  {
    question: 'An instrument set is missing. Who traces it?',
    asked: 'related(to: "Trace instrument sets", kinds: [ROLE], first: 2)',
    first: ['Sterile Services Technician', 'Theatre Manager'],
    because: 'Sterile Services Technician has the duty "Trace instrument sets", one of 2.',
  },
  {
    question: 'Which roles are typical of surgery, for an audit of it?',
    asked: 'related(to: "Surgery", kinds: [ROLE], first: 3)',
    first: ['Scrub Nurse', 'Surgeon', 'Theatre Manager'],
    because:
      'Scrub Nurse appears in Surgery with the duties "Count instruments and swabs", "Prepare the sterile field" and "Run ' +
      'the surgical safety checklist". Surgery has 63% of all that is said about Sterile technique and 67% about Consent.',
  },
  {
    question: 'Which roles are typical of infection prevention?',
    asked: 'related(to: "Infection Prevention", kinds: [ROLE], first: 3)',
    first: ['Microbiologist', 'Infection Control Nurse', 'Cleaner'],
    because:
      'Microbiologist appears in Infection Prevention with the duties "Advise on antibiotics", "Identify organisms" and ' +
      '"Manage outbreaks". Infection Prevention has 72% of all that is said about Infection control.',
  },
  {
    question: 'What is the job of a Ward Sister about?',
    asked: 'related(to: "Ward Sister", kinds: [TOPIC], first: 3)',
    first: ['Incident reporting', 'Medication safety', 'Handover'],
    because: '1 of the 8 duties of Charge Nurse is about Incident reporting: "Report incidents".',
  },
  {
    question: 'Our only Anaesthetist is ill. Who can do part of it?',
    asked: 'related(to: "Anaesthesiologist", kinds: [ROLE], first: 2)',
    first: ['Emergency Physician', 'Operating Department Practitioner'],
    because: 'Anaesthetist and Emergency Physician both have the duties "Lead resuscitation" and "Manage the airway".',
  },
  {
    question: 'Who could stand in for a Porter?',
    asked: 'related(to: "Porter", kinds: [ROLE], first: 1)',
    first: ['Operating Department Practitioner'],
    because: 'Porter and Operating Department Practitioner both have the duty "Move patients".',
  },
  {
    question: 'What do a Pharmacist and the Medication Safety Officer both do?',
    asked: 'paths(from: "Pharmacist", to: "Medication Safety Officer")',
    first: ['Pharmacist has the duty "Review prescriptions", as does Medication Safety Officer.'],
    because: 'The only shortest path, 2 steps.',
  },
  {
    question: 'Why should the Scrub Nurse talk to the Biomedical Engineer?',
    asked: 'paths(from: "Scrub Nurse", to: "Biomedical Engineer")',
    first: [
      'Scrub Nurse has the duty "Count instruments and swabs", which is about Incident reporting, as is the duty "Withdraw ' +
        'faulty devices", which is performed by Biomedical Engineer.',
    ],
    because: 'The only shortest path, 4 steps.',
  },
  {
    question: 'How does the Surgeon depend on the Cleaner?',
    asked: 'paths(from: "Surgeon", to: "Cleaner", first: 1)',
    first: [
      'Surgeon is listed under Operating Theatre, as is Theatre Manager, who is listed under Cleaning & Sterilization, as is Cleaner.',
    ],
    because:
      'Duties alone connect them in 6 steps, not in 4. The first of the shortest paths through anything, 4 steps.',
  },
];

const answers = z.union([
  z
    .object({ related: z.object({ edges: z.array(z.object({ label: z.string(), reason: z.string() })) }) })
    .transform(({ related: { edges } }) => ({
      first: edges.map(({ label }) => label),
      because: edges[0]?.reason,
    })),
  z
    .object({ paths: z.object({ summary: z.string(), paths: z.array(z.object({ sentence: z.string() })) }) })
    .transform(({ paths: { summary, paths } }) => ({
      first: paths.map(({ sentence }) => sentence),
      because: summary,
    })),
]);

describe.each(engines)('in $name', (engine) => {
  function testAll(questions: readonly Question[], ask: Ask) {
    test.each(questions)('answers the question: $question', async ({ asked, first, because }) => {
      const fields = asked.startsWith('related') ? 'edges { label reason }' : 'summary paths { sentence }';
      const { data, errors } = await ask(`{ ${asked} { ${fields} } }`);
      expect(errors).toEqual([]);
      expect(answers.parse(data)).toEqual({ first, because });
    });
  }

  describe('the catalog that ships answers', () => {
    testAll(shipped, askingShipped(engine));
  });

  describe('a hospital answers', () => {
    testAll(
      hospital,
      askingWithin(async () => askingOf(await hospitalCatalog(), engine)),
    );
  });
});
