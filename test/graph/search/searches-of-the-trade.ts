/** What somebody types into the search, and what that person would accept as an answer. */
export interface TradeSearch {
  readonly query: string;
  /** Slugs of roles; a line that names one of them is as good as the role. */
  readonly roles?: readonly string[];
  /** Slugs of topics. */
  readonly topics?: readonly string[];
  /** Names of responsibilities. */
  readonly duties?: RegExp;
}

const architects = ['cloud-architect', 'solutions-architect', 'technical-architect', 'infrastructure-architect'];
const continuity = ['business-continuity-analyst', 'business-continuity-planner'];
const costAnalysts = ['cloud-cost-analyst', 'cost-management-analyst', 'cloud-financial-analyst'];
const clientManagers = ['account-manager', 'customer-success-manager'];
const compliance = ['compliance-officer', 'compliance-specialist', 'security-and-compliance-manager'];
const databases = ['database-administrator'];
const dataOwners = ['data-owner', 'data-steward', 'data-classification-owner'];
const developers = ['application-developer', 'software-developer'];
const directors = ['it-manager', 'chief-technology-officer', 'department-head', 'it-operations-manager'];
const finops = ['finops-analyst', 'finops-specialist'];
const financeManagers = ['cloud-financial-manager', 'finance-manager', 'finance-partner', 'finance-analyst'];
const governance = ['governance-officer', 'governance-and-compliance-lead', 'data-governance-officer'];
const identity = ['identity-and-access-manager'];
const incidentLeads = ['incident-response-lead', 'incident-response-manager'];
const incidents = [...incidentLeads, 'incident-response-analyst', 'incident-response-team-member'];
const learning = ['machine-learning-engineer', 'machine-learning-operations-engineer'];
const networks = ['network-administrator', 'network-architect', 'network-engineer', 'network-security-engineer'];
const privacy = ['data-protection-officer', 'data-security-officer'];
const productPeople = ['product-manager', 'product-owner'];
const publicWords = ['communication-officer', 'communications-specialist', 'public-relations-officer', 'legal-advisor'];
const quality = ['quality-assurance-analyst', 'quality-assurance-engineer', 'quality-assurance-specialist'];
const recovery = ['disaster-recovery-coordinator', 'disaster-recovery-manager'];
const risk = ['risk-management-analyst', 'risk-management-officer'];
const sales = ['sales-representative', 'sales-engineer', 'business-development-representative'];
const security = ['security-engineer', 'security-specialist', 'security-analyst'];
const securityHeads = ['security-architect', 'security-and-compliance-manager', 'data-security-officer'];
const soc = ['security-operations-center-analyst'];
const sre = ['site-reliability-engineer'];
const supporters = ['help-desk-technician', 'it-support-technician', 'it-support-staff', 'support-technician'];
const supportEngineers = ['support-engineer', 'technical-support-engineer'];
const sustainability = [
  'sustainability-champion',
  'sustainability-lead',
  'sustainability-manager',
  'sustainability-officer',
  'sustainability-program-manager',
  'sustainability-specialist',
];
const teamLeads = ['team-lead', 'team-manager'];
const trainers = ['application-security-trainer', 'training-coordinator', 'training-specialist'];

/**
 * Searches that people of the trade type, by who types them. They were written, and their answers judged by hand, before the
 * search was changed to find them, and adapted once to the names of the edited catalog; an answer is what the person would
 * open. Do not tune the search or the catalog to single
 * entries: they stand for the many others of their kind.
 */
export const tradeSearches: Readonly<Record<string, readonly TradeSearch[]>> = {
  'a help desk lead': [
    { query: 'help desk', roles: ['help-desk-technician'] },
    { query: 'helpdesk', roles: ['help-desk-technician'] },
    {
      query: 'service desk',
      roles: [...supporters, ...supportEngineers],
      topics: ['technical-support'],
      duties: /technical support/i,
    },
    { query: 'first line support', roles: ['help-desk-technician'], duties: /technical support/i },
    { query: 'L1 support', roles: ['help-desk-technician'], duties: /technical support/i },
    {
      query: 'tickets',
      roles: [...supporters, ...supportEngineers],
      topics: ['technical-support'],
      duties: /technical support/i,
    },
    { query: 'escalations', roles: ['help-desk-technician', ...incidents], duties: /escalat/i },
    { query: 'who escalates problems', roles: ['help-desk-technician', ...incidents], duties: /escalat/i },
    {
      query: 'troubleshooting',
      roles: [...supporters, ...supportEngineers, 'cloud-engineer'],
      topics: ['technical-support'],
      duties: /troubleshoot|resolve/i,
    },
    { query: 'recurring problems', roles: ['support-engineer', 'support-technician'], duties: /recurring/i },
    {
      query: 'tech support',
      roles: [...supporters, ...supportEngineers],
      topics: ['technical-support'],
      duties: /technical support/i,
    },
  ],
  'a team lead in a managed service provider': [
    { query: 'sysadmin', roles: ['systems-administrator'] },
    { query: 'who does patches', roles: ['systems-administrator', ...databases], duties: /patch|updated/i },
    { query: 'patching', roles: ['systems-administrator'], duties: /patch/i },
    {
      query: 'server maintenance',
      roles: ['systems-administrator', 'on-site-engineer'],
      topics: ['infrastructure'],
      duties: /server|maint/i,
    },
    {
      query: 'restore backups',
      roles: [...databases, 'backup-administrator'],
      topics: ['backup'],
      duties: /restor|back(ed )?up/i,
    },
    { query: 'field engineer', roles: ['on-site-engineer'] },
    { query: 'onsite support', roles: ['on-site-engineer'] },
    { query: 'vmware', roles: ['virtualization-specialist'], duties: /virtuali/i },
    { query: 'virtual machines', roles: ['virtualization-specialist'], duties: /virtuali/i },
    { query: 'wifi', roles: networks, topics: ['networking'], duties: /network/i },
    { query: 'who looks after the network', roles: networks, topics: ['networking'], duties: /network/i },
    {
      query: 'customer satisfaction',
      roles: clientManagers,
      topics: ['client-relations'],
      duties: /experience|customer needs/i,
    },
    { query: 'upselling', roles: clientManagers, duties: /upsell/i },
    { query: 'cloud migration', roles: ['cloud-specialist', 'cloud-architect'], duties: /migrate/i },
  ],
  'a site reliability engineer': [
    { query: 'sre', roles: sre },
    {
      query: 'on-call',
      roles: [...sre, ...incidents, 'operations-manager'],
      topics: ['incident-response'],
      duties: /handle incidents/i,
    },
    {
      query: 'on call rotation',
      roles: [...sre, ...incidents, 'operations-manager'],
      topics: ['incident-response'],
      duties: /handle incidents/i,
    },
    { query: 'slo', roles: sre, topics: ['service-levels'], duties: /service level|SLO/i },
    { query: 'sla', roles: [...sre, 'operations-manager'], topics: ['service-levels'], duties: /service level|SLA/i },
    { query: 'error budgets', roles: sre, topics: ['service-levels'], duties: /service level|SLO/i },
    { query: 'toil', roles: sre, duties: /toil/i },
    { query: 'post mortem', roles: incidents, topics: ['incident-response'], duties: /review incidents|mortem/i },
    { query: 'postmortems', roles: incidents, topics: ['incident-response'], duties: /review incidents|mortem/i },
    {
      query: 'root cause analysis',
      roles: [...incidents, 'forensic-specialist', ...supportEngineers],
      topics: ['incident-response'],
      duties: /investigat|review incidents|diagnose|recurring|cause/i,
    },
    { query: 'chaos engineering', roles: ['chaos-engineering-specialist'] },
    { query: 'game days', roles: ['game-day-facilitator'] },
    {
      query: 'observability',
      roles: [...sre, 'devops-engineer'],
      topics: ['monitoring'],
      duties: /observab|telemetry|monitoring/i,
    },
    {
      query: 'alerting',
      roles: [...soc, 'cloud-operations-engineer', 'cloud-operations-manager', 'data-analyst'],
      topics: ['monitoring'],
      duties: /alert/i,
    },
    {
      query: 'who watches the dashboards',
      roles: ['data-analyst'],
      topics: ['monitoring', 'metrics-and-reporting'],
      duties: /alerts|metrics/i,
    },
    { query: 'latency', roles: sre, duties: /latency/i },
    {
      query: 'failover',
      roles: [...sre, ...recovery, 'network-architect', 'network-engineer'],
      topics: ['disaster-recovery', 'resilience'],
      duties: /failover|redundan|recover/i,
    },
    {
      query: 'high availability',
      roles: [...sre, 'cloud-architect'],
      topics: ['resilience', 'service-levels'],
      duties: /availab|redundan/i,
    },
    { query: 'autoscaling', roles: ['devops-engineer'], duties: /scaling/i },
    {
      query: 'load testing',
      roles: ['performance-engineer', ...quality],
      topics: ['performance'],
      duties: /test performance|benchmark/i,
    },
    { query: 'uptime', roles: sre, topics: ['resilience', 'service-levels'], duties: /availab/i },
  ],
  'a platform engineer': [
    {
      query: 'kubernetes',
      roles: ['devops-engineer', 'cloud-engineer', 'cloud-administrator', ...sre],
      topics: ['cloud', 'infrastructure'],
      duties: /deploy applications|cloud infrastructure/i,
    },
    { query: 'terraform', roles: ['devops-engineer'], duties: /as code/i },
    { query: 'infrastructure-as-code', roles: ['devops-engineer'], duties: /as code/i },
    { query: 'ci/cd', roles: ['devops-engineer'], topics: ['continuous-delivery'], duties: /CI\/CD/i },
    {
      query: 'build pipelines',
      roles: ['devops-engineer', 'machine-learning-operations-engineer', 'data-engineer'],
      topics: ['continuous-delivery'],
      duties: /pipeline/i,
    },
    {
      query: 'deploying',
      roles: ['devops-engineer', 'cloud-engineer', 'release-manager'],
      topics: ['continuous-delivery'],
      duties: /deploy/i,
    },
    { query: 'rollback', roles: ['release-manager', 'systems-administrator'], duties: /roll/i },
    { query: 'release planning', roles: ['release-manager'], topics: ['release-management'], duties: /release/i },
    { query: 'provisioning', roles: ['aws-administrator', 'cloud-administrator'], duties: /provision/i },
    {
      query: 'configuration management',
      roles: ['systems-administrator', 'it-operations-engineer', 'devops-engineer'],
      topics: ['configuration'],
      duties: /configur/i,
    },
    { query: 'aws', roles: ['aws-administrator', 'aws-solutions-architect'] },
  ],
  'a security officer': [
    { query: 'ciso', roles: [...securityHeads, 'cloud-security-architect', 'chief-technology-officer'] },
    { query: 'soc', roles: soc },
    {
      query: 'siem',
      roles: soc,
      topics: ['threat-detection', 'monitoring'],
      duties: /detect threats|monitor security/i,
    },
    {
      query: 'pen test',
      roles: security,
      topics: ['threat-detection', 'security-controls'],
      duties: /weakness|vulnerab/i,
    },
    {
      query: 'penetration testing',
      roles: security,
      topics: ['threat-detection', 'security-controls'],
      duties: /weakness|vulnerab/i,
    },
    { query: 'vulnerability management', roles: security, duties: /weakness|vulnerab/i },
    { query: 'threat modelling', roles: developers, duties: /threat model/i },
    { query: 'incident commander', roles: incidentLeads, topics: ['incident-response'] },
    {
      query: 'data breach',
      roles: [...incidents, ...privacy, 'forensic-specialist', ...publicWords],
      topics: ['incident-response', 'data-protection'],
      duties: /incident/i,
    },
    {
      query: 'forensics',
      roles: ['forensic-specialist', 'it-security-engineer'],
      duties: /investigate incidents|evidence/i,
    },
    {
      query: 'encrypting data',
      roles: [...privacy, 'cloud-security-architect', 'cloud-security-engineer'],
      topics: ['data-protection'],
      duties: /encrypt/i,
    },
    {
      query: 'who grants access',
      roles: [...identity, 'iam-administrator', ...dataOwners],
      topics: ['access-control'],
      duties: /access/i,
    },
    {
      query: 'iam',
      roles: [...identity, 'iam-administrator'],
      topics: ['access-control'],
      duties: /identities|access roles/i,
    },
    {
      query: 'permissions',
      roles: [...identity, 'iam-administrator'],
      topics: ['access-control'],
      duties: /permission|access/i,
    },
    {
      query: 'zero trust',
      roles: [...identity, 'network-security-engineer', 'cloud-security-architect', 'security-architect'],
      topics: ['access-control', 'security-controls'],
      duties: /security posture/i,
    },
    {
      query: 'firewalls',
      roles: ['network-security-engineer', 'network-architect', 'network-engineer', 'security-engineer'],
      topics: ['networking', 'security-controls'],
      duties: /traffic|segmentation|secure network/i,
    },
    {
      query: 'devsecops',
      roles: ['devops-engineer', 'security-engineer', 'security-champion'],
      topics: ['security-controls', 'continuous-delivery'],
      duties: /CI\/CD|automate security|DevSecOps/i,
    },
    { query: 'secure coding', roles: developers, duties: /secure coding|secure develop/i },
    {
      query: 'phishing',
      roles: ['training-coordinator', ...security, ...soc],
      topics: ['training', 'threat-detection'],
      duties: /awareness|threat/i,
    },
    { query: 'security awareness training', roles: trainers, topics: ['training'], duties: /awareness/i },
  ],
  'an auditor': [
    {
      query: 'audit',
      roles: [...compliance, ...governance],
      topics: ['compliance', 'governance'],
      duties: /compliance obligations/i,
    },
    {
      query: 'audit trail',
      roles: [...compliance, ...governance, 'forensic-specialist'],
      topics: ['compliance', 'governance', 'monitoring'],
      duties: /compliance obligations|evidence/i,
    },
    {
      query: 'gdpr',
      roles: [...privacy, ...compliance],
      topics: ['data-protection', 'compliance'],
      duties: /privacy|compliance obligations/i,
    },
    {
      query: 'iso 27001',
      roles: [...compliance, ...securityHeads],
      topics: ['compliance', 'security-controls'],
      duties: /compliance obligations/i,
    },
    {
      query: 'regulatory requirements',
      roles: [...compliance, ...privacy],
      topics: ['compliance'],
      duties: /compliance obligations/i,
    },
    {
      query: 'who approves changes',
      roles: ['change-management-lead', 'governance-officer'],
      topics: ['change-control'],
      duties: /approv|change control|changes under control|authorize changes/i,
    },
    {
      query: 'change advisory board',
      roles: ['change-management-lead', 'governance-officer'],
      topics: ['change-control'],
      duties: /change/i,
    },
    { query: 'retention policy', roles: dataOwners, topics: ['data-governance'], duties: /retention|kept/i },
    { query: 'classifying data', roles: dataOwners, topics: ['data-governance'], duties: /classif/i },
    { query: 'risk register', roles: risk, topics: ['risk-management'], duties: /risk/i },
    { query: 'preserving evidence', roles: ['forensic-specialist', 'it-security-engineer'], duties: /evidence/i },
    { query: 'vendor management', roles: ['procurement-specialist'], duties: /third-party|provider/i },
    {
      query: 'policies',
      roles: [...compliance, ...governance, ...dataOwners, 'change-management-lead'],
      topics: ['compliance', 'governance'],
      duties: /polic/i,
    },
  ],
  'a FinOps analyst': [
    { query: 'finops', roles: finops, duties: /finops/i },
    {
      query: 'cloud bill',
      roles: [...costAnalysts, ...finops, 'cloud-financial-manager'],
      topics: ['cost-analysis', 'cost-control'],
      duties: /cost|spend/i,
    },
    {
      query: 'cost allocation',
      roles: [...costAnalysts, ...finops, 'aws-administrator', 'cloud-administrator'],
      topics: ['cost-analysis', 'cost-control'],
      duties: /cost|tag/i,
    },
    {
      query: 'chargeback',
      roles: [...costAnalysts, ...finops, ...financeManagers, 'department-head'],
      topics: ['cost-analysis', 'cost-control'],
      duties: /cost|tag/i,
    },
    {
      query: 'tagging',
      roles: ['aws-administrator', 'cloud-administrator', 'it-manager', 'it-operations-manager', 'it-support-staff'],
      duties: /tag resources/i,
    },
    { query: 'budgets', roles: ['cloud-financial-manager'], topics: ['budgeting-and-forecasting'], duties: /budget/i },
    {
      query: 'forecasting spend',
      roles: ['cloud-financial-manager', ...costAnalysts],
      topics: ['budgeting-and-forecasting'],
      duties: /forecast|spend/i,
    },
    { query: 'rightsizing', roles: ['devops-engineer'], topics: ['resource-efficiency'], duties: /utilization/i },
    {
      query: 'unused resources',
      roles: ['it-manager', 'it-operations-manager'],
      topics: ['resource-efficiency'],
      duties: /optimize resource|resource lifecycles/i,
    },
    {
      query: 'saving money',
      roles: [...costAnalysts, ...finops, 'aws-solutions-architect'],
      topics: ['cost-control'],
      duties: /sav(e|ing)/i,
    },
    { query: 'reduce costs', roles: [...costAnalysts, ...finops], topics: ['cost-control'], duties: /cost/i },
    { query: 'licences', roles: ['procurement-specialist'] },
    { query: 'negotiating with suppliers', roles: ['procurement-specialist'], duties: /negotiat/i },
  ],
  'a database administrator': [
    { query: 'dba', roles: databases },
    { query: 'database tuning', roles: databases, topics: ['databases-and-storage'], duties: /database/i },
    {
      query: 'slow queries',
      roles: [...databases, 'data-engineer'],
      topics: ['databases-and-storage', 'performance'],
      duties: /database/i,
    },
    {
      query: 'sql',
      roles: [...databases, 'data-engineer', 'data-analyst'],
      topics: ['databases-and-storage'],
      duties: /database/i,
    },
    { query: 'indexing', roles: databases, duties: /database/i },
    { query: 'etl', roles: ['data-engineer'], topics: ['data-pipelines'], duties: /data pipeline/i },
    {
      query: 'data quality',
      roles: ['data-steward', 'data-owner', 'data-governance-manager', 'data-governance-officer', ...databases],
      topics: ['data-governance'],
    },
    {
      query: 'archiving old data',
      roles: [...dataOwners, ...databases, 'storage-engineer'],
      topics: ['data-governance', 'databases-and-storage'],
      duties: /retention|redundant data|unneeded data/i,
    },
    { query: 'caching', roles: ['data-architect'], duties: /caching/i },
  ],
  'a developer': [
    { query: 'code reviews', roles: [...developers, ...quality], topics: ['software-development'], duties: /code/i },
    {
      query: 'idempotency',
      roles: ['api-developer', 'api-product-owner'],
      topics: ['software-development'],
      duties: /idempoten/i,
    },
    {
      query: 'api versioning',
      roles: ['api-developer', 'api-product-owner'],
      topics: ['software-development'],
      duties: /API contracts/i,
    },
    { query: 'bugs', roles: quality, topics: ['quality-assurance'], duties: /defect/i },
    {
      query: 'test automation',
      roles: [...quality, 'devops-engineer'],
      topics: ['quality-assurance', 'automation'],
      duties: /test/i,
    },
    { query: 'qa', roles: quality, topics: ['quality-assurance'] },
    { query: 'refactoring', roles: developers, duties: /optimize code/i },
    { query: 'mlops', roles: ['machine-learning-operations-engineer'] },
    { query: 'training models', roles: learning, topics: ['machine-learning'], duties: /model/i },
    { query: 'programmer', roles: developers },
    {
      query: 'microservices',
      roles: ['software-architect', 'solutions-architect', ...developers, 'api-developer'],
      topics: ['architecture', 'software-development'],
      duties: /distributed/i,
    },
  ],
  'a project manager': [
    { query: 'scrum master', roles: ['project-manager', ...teamLeads, ...productPeople] },
    { query: 'backlog', roles: productPeople, duties: /prioritize features/i },
    {
      query: 'roadmap',
      roles: productPeople,
      topics: ['product-management', 'strategy'],
      duties: /development of products/i,
    },
    {
      query: 'user stories',
      roles: [...productPeople, 'business-analyst'],
      topics: ['product-management'],
      duties: /requirements|acceptance|users expect/i,
    },
    { query: 'gathering requirements', roles: ['business-analyst', ...productPeople], duties: /requirement/i },
    {
      query: 'stakeholder management',
      roles: ['stakeholder-engagement-lead', 'product-manager', 'communications-specialist'],
      duties: /stakeholder/i,
    },
    {
      query: 'kpis',
      roles: ['operations-manager', 'data-analyst'],
      topics: ['metrics-and-reporting'],
      duties: /key performance|KPI/i,
    },
    {
      query: 'deadlines',
      roles: ['project-manager', 'release-manager'],
      topics: ['project-delivery'],
      duties: /schedule/i,
    },
    { query: 'scope creep', roles: ['project-manager'], duties: /scope/i },
    { query: 'project risks', roles: ['project-manager', ...risk], duties: /risk/i },
  ],
  'a sustainability officer': [
    {
      query: 'carbon footprint',
      roles: sustainability,
      topics: ['sustainability'],
      duties: /environment|energy|sustainab/i,
    },
    { query: 'emissions', roles: sustainability, topics: ['sustainability'], duties: /environment|energy|sustainab/i },
    {
      query: 'esg',
      roles: ['governance-and-compliance-lead', ...sustainability],
      topics: ['sustainability'],
      duties: /ESG/,
    },
    {
      query: 'saving energy',
      roles: sustainability,
      topics: ['sustainability', 'resource-efficiency'],
      duties: /energy/i,
    },
    {
      query: 'power consumption',
      roles: sustainability,
      topics: ['sustainability', 'resource-efficiency'],
      duties: /energy/i,
    },
    {
      query: 'green cloud',
      roles: [...sustainability, 'cloud-architect'],
      topics: ['sustainability'],
      duties: /sustainab|environment/i,
    },
    {
      query: 'reducing waste',
      roles: ['systems-engineer'],
      topics: ['sustainability', 'resource-efficiency'],
      duties: /waste|redundant/i,
    },
  ],
  'a recruiter': [
    { query: 'cto', roles: ['chief-technology-officer'] },
    { query: 'devops', roles: ['devops-engineer'] },
    { query: 'dev ops engineer', roles: ['devops-engineer'] },
    { query: 'enterprise architect', roles: [...architects, 'software-architect', 'cloud-solutions-architect'] },
    { query: 'head of IT', roles: directors },
    { query: 'data scientist', roles: ['data-analyst', 'data-engineer', ...learning] },
    { query: 'presales engineer', roles: ['sales-engineer'] },
    { query: 'sales rep', roles: sales },
    { query: 'tester', roles: quality, topics: ['quality-assurance'] },
    { query: 'network engineers', roles: ['network-engineer'] },
    { query: 'writes documentation', roles: ['technical-writer'], topics: ['documentation'], duties: /documentation/i },
    { query: 'pr', roles: ['public-relations-officer'] },
  ],
  'a consultant who runs reviews': [
    { query: 'who owns disaster recovery', roles: recovery, topics: ['disaster-recovery'], duties: /recover/i },
    { query: 'rto', roles: recovery, topics: ['disaster-recovery'], duties: /recovery time|RTO/i },
    { query: 'rpo', roles: recovery, topics: ['disaster-recovery', 'backup'], duties: /recovery point|RPO/i },
    { query: 'bcp', roles: continuity, duties: /recovery plan/i },
    { query: 'dr plan', roles: [...recovery, ...continuity], topics: ['disaster-recovery'], duties: /recovery plan/i },
    { query: 'business continuity plans', roles: continuity, duties: /recovery plan/i },
    { query: 'crisis communication', roles: publicWords, topics: ['communication'], duties: /incident communication/i },
    { query: 'who talks to the press', roles: publicWords, topics: ['communication'] },
    {
      query: 'team culture',
      roles: [...teamLeads, 'organizational-leadership'],
      topics: ['teamwork'],
      duties: /team|culture/i,
    },
    { query: 'executive sponsorship', roles: ['executive-sponsor'] },
    {
      query: 'scalability',
      roles: [
        'cloud-architect',
        'devops-engineer',
        'machine-learning-operations-engineer',
        'virtualization-specialist',
      ],
      duties: /scal/i,
      topics: ['scalability'],
    },
    { query: 'what does a data steward do', roles: ['data-steward'] },
    {
      query: 'performance testing',
      roles: ['performance-engineer', ...quality],
      topics: ['performance'],
      duties: /test performance/i,
    },
  ],
};
