import type { Catalog } from '../../../src/catalog/catalog.ts';

/** A small catalog in which everything optional is present once and missing once. */
export const handbookCatalog: Catalog = {
  name: 'The catalog of a handbook',
  version: '1',
  sources: [
    { slug: 'handbook', title: 'The handbook', document: 'handbook.txt', summary: 'What everybody reads.' },
    { slug: 'wiki', title: 'The wiki', document: 'https://wiki.example', url: 'https://wiki.example/#{anchor}' },
  ],
  pillars: [
    {
      slug: 'security',
      name: 'Security',
      externalId: 'P-1',
      sameAs: ['https://handbook.example/security'],
      summary: 'Keeping things safe.',
    },
    { slug: 'reliability', name: 'Reliability' },
  ],
  organizationTypes: [
    { slug: 'vendor', name: 'Vendor', summary: 'Sells things.' },
    { slug: 'msp', name: 'Managed Service Provider', externalId: 'O 2' },
  ],
  categories: [
    { slug: 'operations', name: 'Operations', pillar: 'security', externalId: 'C-1' },
    { slug: 'operations', name: 'Operations', pillar: 'reliability' },
    {
      slug: 'sales',
      name: 'Sales',
      organizationTypes: ['vendor', 'msp'],
      relation: 'inside',
      sameAs: ['http://sales.example'],
    },
    { slug: 'help', name: 'Help', organizationTypes: ['msp'], relation: 'supports' },
  ],
  topics: [
    { slug: 'backup', name: 'Backup', hiddenNames: ['Restore', '復元'] },
    { slug: 'access', name: 'Access', externalId: 'T-9', sameAs: ['https://a.example/?q=ä#b'] },
  ],
  responsibilities: [
    {
      slug: 'verify-backups',
      name: 'Verify backups',
      hiddenNames: ['DR test'],
      summary: 'Restores a sample.\n\n- *Weekly*.',
      topics: ['backup', 'access'],
    },
    { slug: 'sell', name: 'Sell', externalId: 'D/7', sameAs: ['http://esco.example/skill/1', 'http://x.example'] },
    { slug: 'aerger-loesen', name: 'Ärger lösen', topics: ['access'] },
  ],
  roles: [
    {
      slug: 'sre',
      title: 'Site Reliability Engineer',
      alternateTitles: ['SRE', '信頼性エンジニア'],
      hiddenTitles: ['Ops', 'On-call engineer'],
      summary: 'Keeps it up.',
    },
    { slug: 'seller', title: 'Seller', externalId: 'J-12', sameAs: ['http://data.europa.eu/esco/occupation/1'] },
    { slug: 'oberarzt', title: 'Oberärztin 🩺', qualifier: 'Station 3', summary: 'Heilt – täglich.' },
  ],
  appearances: [
    {
      role: 'sre',
      category: 'security/operations',
      titles: ['SRE', 'Site Reliability Engineer'],
      responsibilities: ['verify-backups', 'aerger-loesen'],
      summary: 'In the words of the line.',
      note: 'Optional.',
      source: { source: 'handbook', line: 7 },
    },
    {
      role: 'sre',
      category: 'reliability/operations',
      titles: ['信頼性エンジニア'],
      responsibilities: ['verify-backups', { responsibility: 'aerger-loesen', involvement: ['CONSULTED', 'INFORMED'] }],
      source: { source: 'wiki', line: 2_147_483_647 },
    },
    {
      role: 'seller',
      category: 'vendor/sales',
      titles: ['Seller'],
      responsibilities: [
        { responsibility: 'sell', involvement: ['RESPONSIBLE', 'ACCOUNTABLE'] },
        { responsibility: 'verify-backups', involvement: ['INFORMED'] },
      ],
      note: 'In both.',
    },
    {
      role: 'oberarzt',
      category: 'msp/help',
      titles: ['Oberärztin 🩺'],
      responsibilities: [],
      summary: 'Ohne Aufgaben.',
      source: { source: 'wiki', row: 8, anchor: 'hilfe – 復元', quote: 'Die Ärztin hilft.' },
    },
  ],
};
