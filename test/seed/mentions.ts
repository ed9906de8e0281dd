/**
 * What the three documents name, line by line: made by reading the documents themselves and the table of the 27 lines
 * that shorten titles, never by reading the catalog in seed/, so that it can be held against it.
 * An abbreviation in brackets is a title of its own.
 */
export interface Mention {
  readonly source: '000' | '001' | '002';
  readonly line: number;
  /** As "<owner>/<slug>". */
  readonly category: string;
  readonly titles: readonly string[];
}

type Line = readonly [line: number, ...titles: string[]];

const under = (source: Mention['source'], category: string, lines: readonly Line[]): Mention[] =>
  lines.map(([line, ...titles]) => ({ source, line, category, titles }));

export const mentions: readonly Mention[] = [
  ...under('000', 'data-organization/additional-roles', [
    [7, 'Cloud Architect'],
    [13, 'Cloud Engineer'],
    [19, 'IT Support Technician'],
    [25, 'Systems Administrator'],
    [31, 'Database Administrator', 'DBA'],
    [37, 'DevOps Engineer'],
    [43, 'Machine Learning Engineer'],
    [49, 'Machine Learning Operations Engineer', 'MLOps Engineer'],
  ]),
  ...under('001', 'operational-excellence/leadership-and-stakeholder-roles', [
    [7, 'Operations Manager'],
    [8, 'Product Owner', 'Product Manager'],
    [9, 'Project Manager'],
    [10, 'Team Lead', 'Team Manager'],
    [11, 'Executive Sponsor'],
    [12, 'Stakeholder Engagement Lead'],
    [13, 'Organizational Leadership'],
    [14, 'Business Analyst'],
  ]),
  ...under('001', 'operational-excellence/technical-and-engineering-roles', [
    [18, 'DevOps Engineer'],
    [19, 'Site Reliability Engineer', 'SRE'],
    [20, 'Cloud Operations Manager', 'Cloud Operations Engineer'],
    [21, 'System Administrator'],
    [22, 'Software Developer'],
    [23, 'Release Manager'],
    [24, 'Technical Architect'],
  ]),
  ...under('001', 'operational-excellence/analytics-qa-and-governance', [
    [28, 'Data Analyst'],
    [29, 'Quality Assurance Analyst', 'Quality Assurance Engineer', 'Quality Assurance Specialist'],
    [30, 'Risk Management Officer', 'Risk Management Analyst'],
    [31, 'Compliance Officer'],
    [32, 'Governance Officer'],
  ]),
  ...under('001', 'operational-excellence/support-and-incident-management', [
    [36, 'Incident Response Manager', 'Incident Response Lead'],
    [37, 'Support Engineer', 'Support Technician'],
    [38, 'Change Management Lead'],
    [39, 'Communications Specialist'],
  ]),
  ...under('001', 'security/governance-and-oversight', [
    [45, 'Security Architect'],
    [46, 'Compliance Officer'],
    [47, 'Cloud Security Architect', 'Cloud Security Engineer'],
    [48, 'Security Analyst'],
    [49, 'Security Operations Center Analyst', 'SOC Analyst'],
  ]),
  ...under('001', 'security/identity-access-and-data-protection', [
    [53, 'IAM Administrator', 'Identity and Access Manager'],
    [54, 'Data Owner', 'Data Steward'],
    [55, 'Data Governance Officer', 'Data Governance Manager'],
    [56, 'Data Protection Officer', 'Data Security Officer'],
  ]),
  ...under('001', 'security/engineering-devops-and-app-security', [
    [60, 'DevOps Engineer'],
    [61, 'Software Developer', 'Application Developer'],
    [62, 'Application Security Trainer', 'Security Champion'],
    [63, 'QA Engineer', 'Quality Assurance Analyst'],
  ]),
  ...under('001', 'security/infrastructure-and-network', [
    [67, 'Network Architect', 'Network Security Engineer'],
    [68, 'System Administrator'],
    [69, 'IT Operations Manager', 'IT Operations Engineer'],
    [70, 'Cloud Architect'],
  ]),
  ...under('001', 'security/incident-response-and-forensics', [
    [74, 'Incident Response Manager', 'Incident Response Analyst'],
    [75, 'Forensic Specialist', 'IT Security Engineer'],
    [76, 'Training Coordinator'],
    [77, 'Communication Officer', 'Legal Advisor', 'Public Relations Officer'],
  ]),
  ...under('001', 'security/security-lifecycle-and-automation', [
    [81, 'Security Engineer'],
    [82, 'Project Manager'],
    [83, 'Threat Intelligence Analyst'],
    [84, 'Operations Manager'],
  ]),
  ...under('001', 'reliability/leadership-and-oversight', [
    [90, 'Cloud Architect'],
    [91, 'Project Manager'],
    [92, 'Operations Manager'],
    [93, 'Product Owner', 'Product Manager'],
    [94, 'Compliance Officer'],
  ]),
  ...under('001', 'reliability/engineering-and-infrastructure', [
    [98, 'DevOps Engineer'],
    [99, 'Site Reliability Engineer', 'SRE'],
    [100, 'System Administrator'],
    [101, 'Network Architect', 'Network Engineer'],
    [102, 'Security Engineer', 'Security Specialist'],
  ]),
  ...under('001', 'reliability/testing-monitoring-and-quality', [
    [106, 'Quality Assurance Engineer', 'Quality Assurance Analyst'],
    [107, 'Incident Response Manager', 'Incident Response Team Member'],
    [108, 'Chaos Engineering Specialist'],
    [109, 'Data Analyst'],
    [110, 'Game Day Facilitator'],
  ]),
  ...under('001', 'reliability/backup-and-disaster-recovery', [
    [114, 'Backup Administrator'],
    [115, 'Data Architect', 'Data Owner'],
    [116, 'Disaster Recovery Coordinator', 'Disaster Recovery Manager'],
    [117, 'Business Continuity Planner', 'Business Continuity Analyst'],
    [118, 'Infrastructure Manager'],
  ]),
  ...under('001', 'reliability/architecture-and-api-governance', [
    [122, 'Solution Architect', 'Software Architect'],
    [123, 'API Product Owner', 'API Developer'],
    [124, 'Technical Writer'],
  ]),
  ...under('001', 'performance-efficiency/leadership-and-planning', [
    [130, 'Cloud Architect'],
    [131, 'Project Manager'],
    [132, 'Product Manager'],
    [133, 'Operations Manager'],
  ]),
  ...under('001', 'performance-efficiency/technical-and-engineering', [
    [137, 'DevOps Engineer'],
    [138, 'Performance Engineer'],
    [139, 'Application Developer'],
    [140, 'Cloud Solutions Architect'],
    [141, 'System Administrator'],
    [142, 'Network Architect', 'Network Engineer'],
    [143, 'Security Engineer', 'Security Specialist'],
    [144, 'Infrastructure Operations Manager'],
  ]),
  ...under('001', 'performance-efficiency/data-and-storage', [
    [148, 'Data Architect'],
    [149, 'Database Administrator'],
    [150, 'Data Engineer'],
    [151, 'Data Analyst'],
  ]),
  ...under('001', 'performance-efficiency/quality-and-monitoring', [
    [155, 'Quality Assurance Analyst', 'Quality Assurance Engineer'],
    [156, 'Site Reliability Engineer', 'SRE'],
    [157, 'Cost Management Analyst', 'FinOps Analyst'],
  ]),
  ...under('001', 'performance-efficiency/supporting-roles', [
    [161, 'Technical Consultant'],
    [162, 'Product Owner'],
    [163, 'Cloud Engineer'],
    [164, 'Business Analyst'],
  ]),
  ...under('001', 'cost-optimization/financial-and-cost-management', [
    [170, 'Cloud Financial Manager'],
    [171, 'Cloud Financial Analyst', 'IT Finance Officer'],
    [172, 'Cost Analyst', 'Cloud Cost Analyst'],
    [173, 'FinOps Specialist', 'FinOps Analyst', 'FinOps Team Member'],
    [174, 'Finance Analyst', 'Finance Manager', 'Finance Partner'],
  ]),
  ...under('001', 'cost-optimization/architecture-and-engineering', [
    [178, 'Cloud Architect'],
    [179, 'Solutions Architect'],
    [180, 'DevOps Engineer'],
    [181, 'AWS Solutions Architect'],
    [182, 'Cloud Administrator', 'AWS Administrator'],
  ]),
  ...under('001', 'cost-optimization/analytics-governance-and-process', [
    [186, 'Data Analyst'],
    [187, 'IT Operations Manager', 'IT Manager', 'IT Support Staff', 'Support Staff'],
    [188, 'Project Manager', 'Product Owner', 'Team Lead'],
    [189, 'Compliance Officer', 'Data Governance Officer'],
    [190, 'Operations Manager', 'Department Head'],
  ]),
  ...under('001', 'cost-optimization/strategy-and-planning', [
    [194, 'Business Stakeholder', 'Business Unit Leader'],
    [195, 'Procurement Specialist'],
  ]),
  ...under('001', 'sustainability/sustainability-and-governance', [
    [201, 'Sustainability Lead', 'Sustainability Program Manager'],
    [202, 'Sustainability Officer', 'Sustainability Champion', 'Sustainability Specialist', 'Sustainability Manager'],
    [203, 'Governance and Compliance Lead'],
  ]),
  ...under('001', 'sustainability/architecture-and-engineering', [
    [207, 'Cloud Architect'],
    [208, 'Solutions Architect'],
    [209, 'Infrastructure Architect', 'Infrastructure Engineer'],
    [210, 'Storage Engineer', 'Database Administrator'],
  ]),
  ...under('001', 'sustainability/software-and-devops', [
    [214, 'DevOps Engineer'],
    [215, 'Software Developer', 'Application Developer'],
    [216, 'Systems Engineer'],
  ]),
  ...under('001', 'sustainability/data-and-analytics', [
    [220, 'Data Engineer', 'Data Analyst'],
    [221, 'Data Classification Owner', 'Data Steward'],
    [222, 'Security and Compliance Manager', 'Compliance Specialist', 'Compliance Officer'],
  ]),
  ...under('001', 'sustainability/leadership-and-strategy', [
    [226, 'Chief Technology Officer', 'CTO'],
    [227, 'Product Owner', 'Product Manager'],
    [228, 'Operations Manager', 'IT Manager', 'IT Administrator'],
    [229, 'QA Specialist', 'Quality Assurance Engineer'],
  ]),
  ...under('002', 'msp/technical-roles-inside-msps', [
    [5, 'Help Desk Technician'],
    [9, 'On-site Engineer'],
    [13, 'Network Administrator'],
    [17, 'Systems Administrator'],
    [21, 'Security Specialist'],
    [25, 'Cloud Specialist'],
    [29, 'Virtualization Specialist'],
    [33, 'IT Consultant'],
  ]),
  ...under('002', 'vendor/technical-roles-inside-vendors', [
    [39, 'Product Manager'],
    [43, 'Software Developer', 'Software Engineer'],
    [47, 'Quality Assurance Engineer', 'QA Engineer'],
    [51, 'DevOps Engineer'],
    [55, 'Solution Architect'],
    [59, 'Technical Support Engineer'],
    [63, 'Sales Engineer'],
  ]),
  ...under('002', 'msp/support-roles-in-msps-and-vendors', [
    [69, 'Account Manager', 'Customer Success Manager'],
    [73, 'Sales Representative', 'Business Development Representative'],
    [77, 'Marketing Specialist'],
    [81, 'Project Manager'],
    [85, 'Business Analyst'],
    [89, 'Training Specialist'],
  ]),
];
