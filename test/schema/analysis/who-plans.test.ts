import { describe, expect, test } from 'vitest';
import { exampleCatalog, serviceOperations } from '../../support/catalogs/example-catalog.ts';
import { hospitalCatalog } from '../../support/catalogs/hospital-catalog.ts';
import { askingOf, askingShipped, askingWithin, type Ask } from '../../support/engines/asking.ts';
import { engines } from '../../support/engines/engines.ts';

/** A question as a person has it, how it is asked, and what such a person reads in the answer: its values, in order. */
interface Question {
  readonly question: string;
  readonly asked: string;
  readonly answer: readonly unknown[];
}

function valuesIn(answer: unknown): readonly unknown[] {
  if (typeof answer !== 'object' || answer === null) return [answer];
  return Object.values(answer).flatMap(valuesIn);
}

/** What a consultant, a team lead, an auditor and a searcher ask of the catalog that ships. */
const plannersOfCloud: readonly Question[] = [
  {
    question: 'Security review on Thursday, eight chairs: who should come?',
    asked:
      'invitePlan(input: { cover: ["Security"], maxInvites: 8 }) { coveredCount itemCount invites { edges { ' +
      'seat node { title } } } uncoveredResponsibilities { totalCount } }',
    answer: [
      6,
      6,
      'PLANNED',
      'Cloud Security Architect',
      'PLANNED',
      'Data Protection Officer',
      'PLANNED',
      'Incident Response Analyst',
      'PLANNED',
      'Security Engineer',
      'PLANNED',
      'Application Security Trainer',
      'PLANNED',
      'IT Operations Engineer',
      'SPARE',
      'Data Owner',
      'SPARE',
      'Security Analyst',
      23,
    ],
  },
  {
    question: 'What do I tell the first of them?',
    asked: 'invitePlan(input: { cover: ["Security"], maxInvites: 8 }) { invites(first: 1) { edges { reason } } }',
    answer: [
      'Covers Governance & Oversight (001:47). Brings 2 duties that nobody else invited has: "Manage access ' +
        'roles and permissions" and "Manage user and machine identities" (001:47). Cloud Security Engineer ' +
        '(both duties) or Security Operations Center Analyst (none of them) could come instead.',
    ],
  },
  {
    question: 'The client has no Release Manager. What goes unasked, and what hangs on one role then?',
    asked:
      'whatIf(input: { remove: [{ title: "Release Manager" }], of: ["Operational Excellence"] }) { lost { ' +
      'responsibilities { edges { label } } } newlySingle { responsibilities { edges { label appearances { ' +
      'role { title } } } } } }',
    answer: [
      'Ensure structured and safe releases',
      'Keep delivery on schedule',
      'Project Manager',
      'Manage rollbacks',
      'Systems Administrator',
    ],
  },
  {
    question: 'Who is in every pillar, so that I meet them once?',
    asked: 'roles(filter: { pillarCount: { min: 6 } }) { nodes { title } }',
    answer: ['DevOps Engineer', 'Operations Manager'],
  },
  {
    question: 'Who is in the Security and in the Reliability review?',
    asked: 'overlap(of: ["Security", "Reliability"]) { roles(first: 4) { totalCount nodes { title } } }',
    answer: [12, 'Cloud Architect', 'Compliance Officer', 'Data Owner', 'DevOps Engineer'],
  },
  {
    question: 'Three chairs for Cost Optimization, and the Finance Analyst comes anyway. What is not covered?',
    asked:
      'invitePlan(input: { cover: ["Cost Optimization"], maxInvites: 3, mustInclude: [{ title: "Finance ' +
      'Analyst" }] }) { coveredCount itemCount invites { edges { seat node { title } } } uncovered { edges ' +
      '{ label } } }',
    answer: [
      3,
      4,
      'PLANNED',
      'AWS Administrator',
      'PLANNED',
      'IT Support Staff',
      'REQUIRED',
      'Finance Analyst',
      'Strategy & Planning',
    ],
  },
  {
    question: 'Here is our team. What of Reliability does nobody do, and who should join next?',
    asked:
      'coverage(roles: [{ title: "SRE" }, { title: "DevOps Engineer" }, { title: "Backup Administrator" }], ' +
      'of: ["Reliability"]) { shares { responsibilities } nobody { itemCount } uncovered { ' +
      'responsibilities(first: 2) { totalCount edges { label carriers(first: 2) { nodes { title } } } } } ' +
      'additions(first: 1) { nodes { role { title } adds { responsibilities { edges { label } } } } } }',
    answer: [
      0.25,
      0,
      33,
      'Align backups with recovery needs',
      'Data Architect',
      'Data Owner',
      'Align goals with user expectations',
      'Product Manager',
      'Product Owner',
      'Project Manager',
      'Drive improvement',
      'Keep delivery on schedule',
      'Maintain disaster recovery plans',
    ],
  },
  {
    question: 'What hangs on one of them?',
    asked:
      'singlePoints(roles: [{ title: "SRE" }, { title: "DevOps Engineer" }, { title: "Backup Administrator" ' +
      '}], of: ["Backup & Disaster Recovery"]) { note nodes { roles { title } items { responsibilities { ' +
      'edges { label carriers { nodes { title } } } } } } }',
    answer: [
      null,
      'Backup Administrator',
      'Manage backups',
      'Backup Administrator',
      'Verify backups',
      'Backup Administrator',
    ],
  },
  {
    question: 'Five people for Reliability, and whoever checks must not be who does: who has what?',
    asked:
      'hats(people: 5, of: ["Reliability"], keepApart: [{ roles: ["Auditor"], from: ["Backup & Disaster ' +
      'Recovery"] }]) { roleCount separations { sentence } persons { headline } }',
    answer: [
      33,
      'Compliance Officer (person 4) is kept apart from 8 roles of Backup & Disaster Recovery (person 1 and ' +
        'person 2).',
      'Architecture & API Governance (5 of 6 roles). Shared duties: "Design for resilience" (4 roles), ' +
        '"Define idempotent interfaces" (2) and "Define stable API contracts" (2).',
      'Backup & Disaster Recovery (7 of 7 roles). Shared duties: "Maintain recovery workflows" (2 roles), ' +
        '"Set recovery time and recovery point objectives (RTO and RPO)" (2) and "Maintain disaster recovery ' +
        'plans" (2).',
      'Testing, Monitoring & Quality (6 of 6 roles). Shared duties: "Test resilience" (3 roles), "Handle ' +
        'escalations" (2) and "Review incidents" (2).',
      'Leadership & Oversight (6 of 7 roles). Shared duties: "Meet compliance obligations" (2 roles), ' +
        '"Track key performance indicators (KPIs)" (2) and "Align goals with user expectations" (2).',
      'Engineering & Infrastructure (7 of 7 roles). Shared duties: "Provide redundancy and failover" (3 ' +
        'roles), "Automate operations" (2) and "Automate security" (2).',
    ],
  },
  {
    question: 'Our DevOps Engineer leaves. Who else does what only they do?',
    asked:
      'whatIf(input: { team: [{ title: "SRE" }, { title: "DevOps Engineer" }, { title: "Network Engineer" ' +
      '}], remove: [{ title: "DevOps Engineer" }], of: ["Reliability"] }) { lost { responsibilities { edges ' +
      '{ label carriersElsewhere(first: 2) { nodes { title } } } } } newlySingle { responsibilities { edges ' +
      '{ label } } } }',
    answer: [
      'Automate infrastructure as code (IaC)',
      'Build and run CI/CD pipelines',
      'Strengthen system resilience',
      'Site Reliability Engineer',
      'Provide redundancy and failover',
    ],
  },
  {
    question: 'Could one person be the Backup and the Database Administrator?',
    asked:
      'compareRoles(of: [{ title: "Backup Administrator" }, { title: "DBA" }]) { shared { responsibilities ' +
      '{ name } } overlaps { overlapCoefficient } }',
    answer: ['Manage backups', 0.288748],
  },
  {
    question: 'Who is accountable for restoring backups?',
    asked: 'raci(about: ["Restore backups"]) { summary checks { check isChecked } }',
    answer: [
      'No source says who is accountable for "Ensure recovery of systems and data". Responsible: Database ' +
        'Administrator (000:31), Infrastructure Manager (001:118) and Systems Administrator (001:100).',
      'NOBODY_ACCOUNTABLE',
      false,
      'SEVERAL_ACCOUNTABLE',
      true,
      'ACCOUNTABLE_WITHOUT_RESPONSIBLE',
      true,
      'NOBODY_RESPONSIBLE',
      true,
    ],
  },
  {
    question: 'What do an MSP and a vendor have in common?',
    asked:
      'compareGroups(of: ["MSP", "Vendor"]) { overlap { sharedRoleCount } sharedResponsibilities(first: 1) ' +
      '{ totalCount } distinct { group { name } roles(first: 2) { nodes { title } } } }',
    answer: [
      8,
      27,
      'Managed Service Provider',
      'Cloud Specialist',
      'Help Desk Technician',
      'Vendor',
      'DevOps Engineer',
      'Product Manager',
    ],
  },
  {
    question: 'What is found for sre?',
    asked: 'search(query: "sre", first: 3) { edges { kind label } }',
    answer: ['ROLE', 'Site Reliability Engineer'],
  },
  {
    question: 'What is found for on-call?',
    asked: 'search(query: "on-call", first: 3) { edges { kind label } }',
    answer: [
      'RESPONSIBILITY',
      'Handle incidents',
      'ROLE',
      'Incident Response Team Member',
      'ROLE',
      'Incident Response Manager',
    ],
  },
  {
    question: 'What is found for sla?',
    asked: 'search(query: "sla", first: 3) { edges { kind label } }',
    answer: [
      'RESPONSIBILITY',
      'Meet service levels (SLAs and SLOs)',
      'ROLE',
      'Cloud Architect',
      'ROLE',
      'Operations Manager',
    ],
  },
  {
    question: 'What is found for who does patches?',
    asked: 'search(query: "who does patches", first: 3) { edges { kind label } }',
    answer: [
      'RESPONSIBILITY',
      'Apply updates and patches',
      'ROLE',
      'Database Administrator',
      'ROLE',
      'Systems Administrator',
    ],
  },
  {
    question: 'What is found for ciso?',
    asked: 'search(query: "ciso", first: 3) { edges { kind label } }',
    answer: ['ROLE', 'Security and Compliance Manager'],
  },
  {
    question:
      'We need all of it, wherever people come from: does anybody outside Cost Optimization make the plan smaller?',
    asked: 'invitePlan(input: { cover: ["Cost Optimization"], by: TOPIC }) { size fromCatalog { size } }',
    answer: [7, 4],
  },
  {
    question: 'What hangs on one role of the whole catalog, and is that about people?',
    asked: 'singlePoints(first: 1) { note totalCount nodes { roles { title } criticality } }',
    answer: [
      'These are roles of the catalog, not people: a duty that the sources word in a way of its own has one ' +
        'role here, whoever does it in your organization. Give roles to see what hangs on one role of your ' +
        'team.',
      43,
      'DevOps Engineer',
      0.02381,
    ],
  },
];

/** What the same people ask in a hospital. */
const plannersOfHospital: readonly Question[] = [
  {
    question: 'An audit of surgery, six chairs: who should come, and what goes unasked?',
    asked:
      'invitePlan(input: { cover: ["Surgery"], maxInvites: 6 }) { invites { edges { seat node { title } } } ' +
      'uncoveredResponsibilities { edges { label } } }',
    answer: [
      'PLANNED',
      'Operating Department Practitioner',
      'SPARE',
      'Anaesthetist',
      'SPARE',
      'Surgeon',
      'SPARE',
      'Theatre Manager',
      'SPARE',
      'Charge Nurse',
      'SPARE',
      'Patient Safety Manager',
      'Monitor vital signs',
    ],
  },
  {
    question: 'What do I tell the Theatre Manager, who comes anyway?',
    asked:
      'invitePlan(input: { cover: ["Surgery"], maxInvites: 3, mustInclude: [{ title: "Theatre Manager" }] ' +
      '}) { invites { edges { node { title } reason } } }',
    answer: [
      'Operating Department Practitioner',
      'Covers Anaesthesia & Recovery (manual:32). Brings 4 duties that nobody else invited has: "Check the ' +
        'anaesthetic machine" (manual:32), "Count instruments and swabs" (manual:24), "Move patients" ' +
        '(manual:24) and "Prepare the sterile field" (manual:24). Registered Nurse (none of these 4 duties) ' +
        'could come instead.',
      'Theatre Manager',
      'Invited by name. Brings 2 duties that nobody else invited has: "Plan shifts" and "Schedule the ' +
        'theatre list" (manual:25).',
      'Anaesthetist',
      'Brings 3 duties that nobody else invited has: "Assess fitness for anaesthesia", "Give anaesthesia" ' +
        'and "Obtain consent" (manual:31). No other role that may be invited has all of that; Surgeon comes ' +
        'closest, with "Obtain consent".',
    ],
  },
  {
    question: 'Our only Anaesthetist is ill. What is not done in surgery, and what hangs on one role?',
    asked:
      'whatIf(input: { remove: [{ title: "Anaesthesiologist" }], of: ["Surgery"] }) { lost { ' +
      'responsibilities { edges { label } } } newlySingle { responsibilities { edges { label appearances { ' +
      'role { title } } } } } }',
    answer: [
      'Assess fitness for anaesthesia',
      'Give anaesthesia',
      'Manage the airway',
      'Operating Department Practitioner',
      'Obtain consent',
      'Surgeon',
    ],
  },
  {
    question: 'Who is on every ward and in every theatre?',
    asked: 'roles(filter: { pillarCount: { min: 5 } }) { nodes { title } }',
    answer: ['Charge Nurse', 'Patient Safety Manager', 'Registered Nurse'],
  },
  {
    question: "Who is tonight's theatre team missing?",
    asked:
      'coverage(roles: [{ title: "Surgeon" }, { title: "Anaesthetist" }, { title: "Theatre Nurse" }, { ' +
      'title: "Staff Nurse" }], of: ["Surgery"]) { shares { responsibilities } uncovered { responsibilities ' +
      '{ edges { label carriers { nodes { title } } } } } additions(first: 1) { nodes { role { title } } } ' +
      '}',
    answer: [
      0.625,
      'Check the anaesthetic machine',
      'Operating Department Practitioner',
      'Move patients',
      'Operating Department Practitioner',
      'Porter',
      'Plan shifts',
      'Theatre Manager',
      'Report incidents',
      'Charge Nurse',
      'Review incidents',
      'Patient Safety Manager',
      'Schedule the theatre list',
      'Theatre Manager',
      'Operating Department Practitioner',
    ],
  },
  {
    question: 'What in infection prevention hangs on one role?',
    asked:
      'singlePoints(of: ["Infection Prevention"], first: 2) { totalCount nodes { roles { title } items { ' +
      'responsibilities { edges { label } } } } }',
    answer: [6, 'Microbiologist', 'Advise on antibiotics', 'Identify organisms', 'Bed Manager', 'Allocate beds'],
  },
  {
    question: 'Three people share all roles of surgery, and whoever investigates must not be who operates.',
    asked:
      'hats(people: 3, of: ["Surgery"], keepApart: [{ roles: ["Patient Safety Manager"], from: ["Operating ' +
      'Theatre"] }]) { separations { sentence } persons { headline roles { role { title } } } }',
    answer: [
      'Patient Safety Manager (person 1) is kept apart from 6 roles of Operating Theatre (person 2 and person 3).',
      'Anaesthesia & Recovery (2 of 3 roles). Shared topics: "Medication safety" (3 roles), "Patient ' +
        'assessment" (2) and "Resuscitation" (2).',
      'Anaesthetist',
      'Patient Safety Manager',
      'Registered Nurse',
      'Operating Theatre (3 of 3 roles). Shared duties: "Plan shifts" (2 roles).',
      'Charge Nurse',
      'Surgeon',
      'Theatre Manager',
      'Operating Theatre (3 of 3 roles). Shared duties: "Count instruments and swabs" (2 roles), "Move ' +
        'patients" (2) and "Prepare the sterile field" (2).',
      'Operating Department Practitioner',
      'Porter',
      'Scrub Nurse',
    ],
  },
  {
    question: 'Who answers for blood transfusion?',
    asked: 'raci(about: ["Transfuse blood"]) { summary }',
    answer: [
      'No source says who is accountable for "Transfuse blood". Responsible: Transfusion Practitioner ' +
        '(manual:40).',
    ],
  },
  {
    question: 'What does a Pharmacist do that a Pharmacy Technician does not?',
    asked:
      'compareRoles(of: [{ title: "Pharmacist" }, { title: "Pharmacy Technician" }]) { distinct { role { ' +
      'title } traits { responsibilities { name } } } }',
    answer: ['Pharmacist', 'Review prescriptions', 'Pharmacy Technician'],
  },
  {
    question: 'What do the laboratory and the wards share?',
    asked: 'overlap(of: ["Laboratory", "Medicines"]) { roles { nodes { title } } }',
    answer: ['Microbiologist', 'Transfusion Practitioner'],
  },
  {
    question: 'What is found for sister?',
    asked: 'search(query: "sister", first: 3) { edges { kind label } }',
    answer: ['ROLE', 'Charge Nurse'],
  },
  {
    question: 'What is found for cpr?',
    asked: 'search(query: "cpr", first: 3) { edges { kind label } }',
    answer: ['TOPIC', 'Resuscitation', 'ROLE', 'Anaesthetist', 'ROLE', 'Charge Nurse'],
  },
  {
    question: 'What is found for drug errors?',
    asked: 'search(query: "drug errors", first: 3) { edges { kind label } }',
    answer: [
      'TOPIC',
      'Medication safety',
      'RESPONSIBILITY',
      'Administer medicines',
      'RESPONSIBILITY',
      'Advise on antibiotics',
    ],
  },
  {
    question: 'What connects the Surgeon with the Theatre Nurse?',
    asked: 'paths(from: "Surgeon", to: "Theatre Nurse") { summary paths { sentence } }',
    answer: [
      'The only shortest path, 2 steps.',
      'Surgeon has the duty "Run the surgical safety checklist", as does Scrub Nurse.',
    ],
  },
  {
    question: 'Who is in the contracts alone?',
    asked: 'roles(filter: { pillarCount: { max: 0 } }) { nodes { title } }',
    answer: ['Biomedical Scientist', 'Phlebotomist'],
  },
];

/** What an auditor and a service manager ask of a catalog that says who is accountable. */
const auditors: readonly Question[] = [
  {
    question: 'Who is accountable for restoring backups, and where does it say so?',
    asked:
      'raci(about: ["Restore backups"]) { summary rows { nodes { roles(involvement: [ACCOUNTABLE]) { edges ' +
      '{ node { title } lines { appearance { source { line row quote } } } } } } } }',
    answer: [
      'Accountable for "Restore backups": Service Delivery Manager (source raci-sheet, row 5).',
      'Service Delivery Manager',
      null,
      5,
      'Restore backups: Backup Engineer R, Service Delivery Manager A, Service Desk Agent I, Customer Contact I',
      20,
      null,
      'The Service Delivery Manager answers to the customer for every restore.',
    ],
  },
  {
    question: 'For what is nobody accountable, or more than one?',
    asked: 'raci { findings(first: 2) { totalCount nodes { check message } } }',
    answer: [
      8,
      'NOBODY_ACCOUNTABLE',
      'Nobody is accountable for "Test restores every quarter". Backup Engineer is responsible. Decide ' +
        'which one role answers for it.',
      'SEVERAL_ACCOUNTABLE',
      '2 roles are accountable for "Delete backups after the retention period": Data Protection Officer ' +
        '(source raci-sheet, row 8) and Head of Operations (source raci-sheet, row 8). Decide which one ' +
        'answers for it; the others are responsible, consulted or informed.',
    ],
  },
  {
    question: 'Who restores backups? Who does it comes before who answers for it.',
    asked: 'related(to: "Restore backups", kinds: [ROLE]) { edges { label reason } }',
    answer: [
      'Backup Engineer',
      'Backup Engineer has the duty "Restore backups", one of 9.',
      'Service Delivery Manager',
      'Service Delivery Manager is accountable for the duty "Restore backups", one of 7.',
    ],
  },
  {
    question: 'One chair in the Security review: who should have it, and how good is the stand-in?',
    asked: 'invitePlan(input: { cover: ["Security"], maxInvites: 1 }) { invites { edges { reason } } }',
    answer: [
      'Is the only one invited for Access (source raci-sheet, row 32) and Vulnerabilities & Security ' +
        'Incidents (source raci-sheet, row 38). Brings 7 duties that nobody else invited has: "Approve access ' +
        'requests" (source raci-sheet, row 32), "Create and remove accounts" (source raci-sheet, row 33), ' +
        '"Manage keys and certificates" (source raci-sheet, row 36), "Respond to security incidents" (source ' +
        'raci-sheet, row 39), "Review access rights every quarter" (source raci-sheet, row 34) and 2 more. ' +
        'Security Analyst (3 of these 7 duties) could come instead.',
    ],
  },
  {
    question: 'What does nobody do at all?',
    asked:
      'coverage(roles: [{ title: "Backup Engineer" }], of: ["Service Management"]) { nobody { ' +
      'responsibilities { edges { label } } } }',
    answer: ['Document procedures'],
  },
  {
    question: 'The customer alone is in the room, who is only informed. What is covered?',
    asked:
      'coverage(roles: [{ title: "Customer Contact" }], of: ["Security"]) { shares { categories ' +
      'responsibilities topics } }',
    answer: [0, 0, 0],
  },
  {
    question: 'Who does something about patches?',
    asked: 'search(query: "patch", kinds: [ROLE], first: 2) { edges { label } }',
    answer: ['Operations Engineer', 'Head of Operations'],
  },
];

describe.each(engines)('in $name', (engine) => {
  function testAll(questions: readonly Question[], ask: Ask) {
    test.each(questions)('answers the question: $question', async ({ asked, answer }) => {
      const { data, errors } = await ask(`{ ${asked} }`);
      expect(errors).toEqual([]);
      expect(valuesIn(data)).toEqual(answer);
    });
  }

  describe('the catalog that ships answers', () => {
    testAll(plannersOfCloud, askingShipped(engine));
  });

  describe('a hospital answers', () => {
    testAll(
      plannersOfHospital,
      askingWithin(async () => askingOf(await hospitalCatalog(), engine)),
    );
  });

  describe('the operations of a service provider answer', () => {
    testAll(
      auditors,
      askingWithin(async () => askingOf(await exampleCatalog(serviceOperations), engine)),
    );
  });
});
