import { plainWords } from './plain-words.ts';

/** What a heading says stands below it. */
export type HeadingKind = keyof typeof phrases;

/*
 * Headings of columns and of sections, in English, German, French and Spanish; case, accents, signs and numbers do not matter.
 * "title" has those that name many things besides roles; "other" has those of tables that are no lists of roles.
 */
const phrases = {
  role: `role, roles, role title, role name, name of role, role description title, job title, job titles, job, jobs, job name, job role, job roles,
    job profile, position title, position name, title of position, working title, business title, occupation, post, post title, persona,
    rolle, rollen, rollenname, rollenbezeichnung, name der rolle, stelle, stellen, stellenbezeichnung, stellentitel, jobtitel, berufsbezeichnung, beruf,
    tatigkeitsbezeichnung, funktionsbezeichnung, positionsbezeichnung, poste, postes, intitule, intitule du poste, intitule de poste,
    nom du poste, titre du poste, metier, emploi, role metier, puesto, puestos, puesto de trabajo, nombre del puesto, denominacion del puesto, titulo del puesto,
    rol, roles y cargos, nombre del rol, cargo, cargos`,
  title: `title, titles, position, positions, function, functions, name, titel, funktion, bezeichnung, fonction, titre, nom, nombre, titulo, funcion,
    role holder, roles in team`,
  duty: `responsibility, responsibilities, duty, duties, task, tasks, activity, activities, responsible for, is responsible for,
    responsibility area, areas of responsibility, area of responsibility, role responsibilities, roles responsibilities, job responsibilities,
    job duties, essential functions, essential duties, key result areas, key results areas, what they do, what it does, what does it do,
    what you do, what you will do, what you ll do, what you will be doing, what you ll be doing, you will, you ll, you, your role, your tasks,
    your responsibilities, your duties, your job, in this role you will, in this role you ll, in this role, day to day, the job, does,
    responsibilities include, duties include, tasks include, does what, work, deliverables owned, remit, they, the role will, description of duties, duty description,
    aufgabe, aufgaben, hauptaufgaben, hauptaufgabe, kernaufgaben, kernaufgabe, einzelaufgabe, aufgabenbeschreibung, aufgabengebiet, aufgabengebiete, aufgabenbereich, aufgabenbereiche,
    tatigkeit, tatigkeiten, haupttatigkeiten, verantwortlichkeit, verantwortlichkeiten, verantwortung, verantwortungsbereich, verantwortungsbereiche, zustandigkeit,
    zustandigkeiten, zustandig fur, verantwortlich fur, ihre aufgaben, deine aufgaben, pflicht, pflichten, das erwartet dich, das erwartet sie, was macht die rolle,
    responsabilite, responsabilites, mission, missions, tache, taches, activite, activites, attribution, attributions, vos missions, votre mission, responsable de,
    responsabilidad, responsabilidades, tarea, tareas, actividad, actividades, obligaciones, deberes, funciones, funciones principales, funciones y responsabilidades,
    tus funciones, sus funciones, que haras`,
  accountable: `accountable, accountable for, is accountable for, accountability, accountabilities, rechenschaftspflichtig fur, owns`,
  consulted: `consulted, consulted on, is consulted on, consulted about`,
  informed: `informed, informed of, informed about, is informed of, is informed about, kept informed of`,
  company: `company, companies, organization, organisation, legal entity, entity, organization name, firma, unternehmen, gesellschaft,
    societe, entreprise, empresa, sociedad, organizacion, employer, supplier, vendor, provider, partner`,
  division: `division, business unit, bu, unit, directorate, branch, sector, bereich, geschaftsbereich, direktion, sparte, ressort, direction, pole,
    unite, unidad, unidad de negocio, direccion, division name, org unit, organizational unit, organisationseinheit`,
  area: `area, areas, pillar, pillars, domain, domains, discipline, practice, capability, workstream, process area, focus area, competence area, saule, domane,
    themenfeld, themenbereich, fachbereich, pilier, domaine, domaines, axe, pilar, dominio, ambito, process, prozess, processus, proceso`,
  department: `department, departments, dept, dept name, department name, abteilung, abteilungen, abteilungsname, departement, service, services,
    departamento, departamentos, seccion, cost centre name, group, groups, gruppe, groupe, grupo, function area, functional area`,
  team: `team, teams, team name, squad, tribe, chapter, crew, equipe, equipes, equipo, equipos, sub team, subteam, sub department, subdepartment, mannschaft`,
  section: `section, sections, category, categories, heading, sub area, subarea, sub category, subcategory, theme, topic area, job family, job family group, family,
    job group, role family, role group, role category, role type, kategorie, kategorien, abschnitt, unterbereich, berufsfamilie, jobfamilie, famille, categorie, rubrique,
    famille de metiers, famille professionnelle, categoria, familia, familia profesional`,
  summary: `description, descriptions, summary, purpose, job purpose, role purpose, purpose of role, purpose of the role, role description, description of role, job description,
    job summary, role summary, role overview, position summary, overview, about, about the role, about this role, about the job, about the position, the role, objective, objectives, profile, definition,
    scope, mission statement, beschreibung, kurzbeschreibung, rollenbeschreibung, stellenbeschreibung, zweck, ziel, ziel der stelle, zweck der rolle, uberblick, ubersicht,
    zusammenfassung, uber die rolle, stellenziel, descriptif, resume, objectif, objectifs, finalite, finalite du poste, raison d etre, a propos, a propos du poste, descripcion, descripcion del puesto,
    resumen, objetivo, objetivo del puesto, finalidad, proposito, mision, mision del puesto`,
  alternates: `also known as, aka, a k a, alias, aliases, alternate title, alternate titles, alternative title, alternative titles, other title, other titles, synonym, synonyms,
    other names, alternative names, alternative name, other name, also called, former title, former titles, previous title, abbreviation, acronym, short name, short title, short form,
    auch bekannt als, auch genannt, synonyme, alternative bezeichnung, alternative bezeichnungen, andere bezeichnungen, andere bezeichnung, kurzel, abkurzung, kurzbezeichnung, kurzform,
    egalement appele, autre appellation, autres appellations, autre intitule, autres intitules, appellations, sigle, abreviation, tambien conocido como, sinonimo, sinonimos, otros nombres,
    otras denominaciones, abreviatura, siglas`,
  code: `job code, role code, role id, job id, title code, job title code, job profile id, job profile code, role key, profile code, rollen id, rollencode, rollenschlussel, stellencode, jobcode,
    code du poste, code metier, code emploi, code poste, id du role, codigo del puesto, codigo de puesto, codigo del rol, codigo puesto, isco code, esco code, soc code, onet code, onet soc code`,
  number: `no, nr, id, number, num, index, row, lfd nr, laufende nummer, nummer, lfdnr, ref, reference, item, item no, item number, s no, sl no, sr no, serial no, numero, n, code, codigo, key, slug`,
  person: `person, person name, employee, employees, employee name, worker, worker name, staff, staff name, staff member, member, members, team member, full name, display name, legal name, preferred name,
    first name, given name, last name, surname, family name, middle name, user, user name, username, login, incumbent, incumbents, holder, post holder, postholder, jobholder, job holder, current holder, contact, contact person, assignee, who, associate, colleague,
    name of employee, people, mitarbeiter, mitarbeiterin, mitarbeiter in, mitarbeitende, mitarbeitername, vorname, nachname, familienname, stelleninhaber, stelleninhaberin, inhaber, rolleninhaber, ansprechpartner, ansprechperson,
    name des mitarbeiters, name vorname, vollstandiger name, employe, collaborateur, collaborateurs, salarie, prenom, nom de famille, nom prenom, nom et prenom, titulaire, nom complet, empleado, empleados, trabajador, apellido, apellidos,
    nombre completo, nombre y apellidos, nombre del empleado, persona de contacto, titular, colaborador, deputy, stellvertretung, stellvertreter, vertretung, suppleant`,
  mail: `email, e mail, mail, e mail address, email address, mail address, work email, work e mail, business email, e mail adresse, mailadresse, courriel, adresse e mail, adresse mail, correo, correo electronico, upn, user principal name`,
  phone: `phone, phone number, telephone, mobile, mobile phone, extension, ext, cell, work phone, telefon, telefonnummer, durchwahl, handy, telephone portable, portable, telefono, movil, room, desk, raum, zimmer`,
  employeeNumber: `employee id, employee number, employee no, employee code, emp id, emp no, worker id, staff id, staff number, staff no, personnel number, personnel no, person id, user id, position id, position number, position no, position code, requisition id, requisition,
    post number, personalnummer, pers nr, persnr, mitarbeiternummer, mitarbeiter id, stellennummer, stellen nr, planstelle, planstellennummer, matricule, numero d employe, numero de empleado, id empleado, legajo`,
  grade: `grade, grades, job grade, pay grade, salary grade, band, job band, pay band, pay scale, pay group, career band, entgeltgruppe, gehaltsgruppe, tarifgruppe, besoldungsgruppe, eg, lohngruppe, vergutungsgruppe, echelon, coefficient, grado, banda, nivel salarial`,
  level: `level, levels, job level, career level, seniority, seniority level, management level, management level name, stufe, ebene, hierarchiestufe, karrierestufe, erfahrungsstufe, niveau, nivel, experience level, rank, rang, career track, track, ic level`,
  salary: `salary, base salary, annual salary, salary range, salary min, salary max, min salary, max salary, pay, pay rate, compensation, total compensation, bonus, wage, hourly rate, daily rate, day rate, rate, cost rate, rate card, base pay, currency,
    gehalt, jahresgehalt, grundgehalt, lohn, stundensatz, tagessatz, vergutung, wahrung, salaire, remuneration, salaire annuel, tjm, devise, salario, sueldo, salario base, tarifa, moneda, budget`,
  manager: `manager, manager name, line manager, managers, supervisor, reports to, reporting to, reporting line, reports into, reporting manager, report to, direct manager, manager id, manager email, manager e mail, supervisor name, hiring manager, direct reports, reports, subordinates, supervises, people managed, boss,
    vorgesetzter, vorgesetzte, vorgesetzte stelle, disziplinarischer vorgesetzter, fuhrungskraft, berichtet an, unterstellt, unterstellung, berichtslinie, unterstellte mitarbeiter, superieur, superieur hierarchique, rattachement, rattachement hierarchique, responsable hierarchique, jefe, jefe directo,
    superior, reporta a, depende de, responsable directo`,
  location: `location, locations, work location, office, office location, site, city, country, region, state, building, address, postal code, zip, time zone, timezone, standort, ort, stadt, land, arbeitsort, dienstort, einsatzort, niederlassung, gebaude, lieu, lieu de travail, ville, pays, bureau, ubicacion, ciudad, pais, oficina, sede, lugar, centro de trabajo, work mode, remote`,
  date: `start date, hire date, date of hire, end date, date, join date, joining date, date joined, effective date, last day, birth date, date of birth, dob, age, created, created at, updated, updated at, modified, last updated, last modified, valid from, valid to, valid until, review date, last review, last reviewed, service date, tenure, years of service, seniority date, last login, original hire date, termination date,
    eintrittsdatum, eintritt, austrittsdatum, datum, geburtsdatum, stand, gultig ab, gultig bis, date d entree, date d embauche, date de naissance, anciennete, fecha, fecha de ingreso, fecha de inicio, fecha de alta, fecha de nacimiento, antiguedad`,
  employment: `employment type, employee type, worker type, contract, contract type, type of contract, time type, full time part time, fte, ftes, headcount, hc, count, count of employees, number of employees, number of people, number of posts, openings, vacancies, vacancy, filled, vacant, hours, weekly hours, hours per week, cost center, cost centre, cost center code, cost centre code, gender, sex, nationality, employment status, active, exempt status, flsa, flsa status, shift, union, job class, classification, on call, share, utilization, allocation,
    vertragsart, beschaftigungsart, arbeitszeit, wochenstunden, anzahl, kopfzahl, kostenstelle, geschlecht, besetzt, vollzeit teilzeit, vollzeitaquivalent, vza, type de contrat, contrat, etp, effectif, temps de travail, centre de cout, sexe, tipo de contrato, contrato, jornada, plazas, centro de coste, sexo, genero`,
  skills: `skill, skills, key skills, required skills, technical skills, soft skills, competency, competencies, competence, competences, knowledge, tool, tools, technologies, technology, tech stack, tooling, abilities, what you bring, what you ll bring, what you need, attributes, person specification, behaviours, behaviors, languages, language,
    fahigkeiten, kenntnisse, kompetenz, kompetenzen, fachkenntnisse, sprachen, sprachkenntnisse, skills und kompetenzen, ihr profil, dein profil, anforderungsprofil, das bringst du mit, das bringen sie mit, ce que vous apportez, connaissances, savoir faire, savoir etre, langues, outils, votre profil, profil recherche, profil, habilidades, competencias, conocimientos, idiomas, herramientas, tu perfil, perfil`,
  qualifications: `qualification, qualifications, required qualifications, preferred qualifications, minimum qualifications, education, education required, experience, experience required, years of experience, work experience, certification, certifications, certificates, licenses, requirement, requirements, job requirements, prerequisites, must have, must haves, nice to have, nice to haves, preferred, degree, training, trainings, background, who you are, about you, what we are looking for, what we re looking for, what we look for, desirable, essential, physical requirements, security clearance, clearance,
    qualifikation, qualifikationen, ausbildung, erfahrung, berufserfahrung, anforderungen, voraussetzungen, abschluss, zertifikate, zertifizierungen, schulungen, weiterbildung, formation, diplome, experience professionnelle, exigences, prerequis, certifications requises, formacion, experiencia, requisitos, titulacion, certificaciones, estudios`,
  benefits: `benefit, benefits, perks, what we offer, we offer, compensation and benefits, our offer, benefits and perks, why join us, why us, about us, about the company, about the team, who we are, how to apply, application, apply, contact us, equal opportunity, equal opportunities, eeo statement, working conditions, work environment, travel,
    wir bieten, das bieten wir, was wir bieten, unser angebot, leistungen, uber uns, bewerbung, kontakt, arbeitsbedingungen, nous offrons, avantages, ce que nous offrons, a propos de nous, conditions de travail, candidature, ofrecemos, beneficios, que ofrecemos, sobre nosotros, condiciones de trabajo`,
  measures: `kpi, kpis, key performance indicators, performance indicators, metrics, metric, measures, success measures, success criteria, how success is measured, what success looks like, outcomes, goals, targets, okrs, okr, deliverables, outputs, kennzahlen, ziele, zielgrossen, indicateurs, livrables, indicadores, entregables, artifacts, artefacts`,
  relations: `interfaces, interface, works with, stakeholders, collaborators, key relationships, relationships, working relationships, collaboration, communication, meetings, escalation, schnittstellen, zusammenarbeit, interlocuteurs, relations, relaciones, interlocutores, authority, authorities, decision rights, decisions, powers, permissions, access, access rights, befugnisse, entscheidungsbefugnisse, vollmachten, pouvoirs, autoridad, see also, related roles, career path, references, links, link, url, appendix, change log, changelog, revision history, version history, history, version`,
  notes: `note, notes, comment, comments, remark, remarks, hint, hints, bemerkung, bemerkungen, kommentar, kommentare, anmerkung, anmerkungen, notiz, hinweis, remarque, remarques, commentaire, commentaires, nota, notas, comentario, comentarios, observaciones, source, quelle, fuente, example, examples, status, priority, prio, due date, due, deadline, frequency, interval, haufigkeit, frist, fallig, frequence, echeance, statut, frecuencia, plazo, estado, prioridad, prioritat, priorite, critical, is critical`,
  other: `price, unit price, list price, total price, qty, quantity, sku, article, article number, discount, vat, tax, amount, net, gross, subtotal, in stock, stock, invoice, order number,
    risk, risks, risk id, risk title, risk description, risk owner, likelihood, probability, severity, mitigation, risk score, risk rating, hazard, threat, vulnerability, impact, impact score, control, controls, issue, ticket, bug, defect, test case, expected result, actual result, requirement id, ip address, hostname, server, asset,
    preis, einzelpreis, gesamtpreis, menge, artikel, artikelnummer, rabatt, mwst, betrag, risiko, risiken, eintrittswahrscheinlichkeit, wahrscheinlichkeit, auswirkung, schaden, schadenshohe, massnahme, massnahmen, gegenmassnahme, einheit,
    prix, prix unitaire, quantite, remise, montant, risque, risques, probabilite, gravite, mesure, mesures, precio, precio unitario, cantidad, articulo, descuento, importe, riesgo, riesgos, probabilidad, gravedad, medida, author, isbn, artist, album, genre, publisher`,
} as const;

/** Words before what a heading names that change nothing, e.g. in "Main duties". */
const before = new Set(
  `key main primary core principal other additional major current official standard typical general specific detailed further secondary the their your our its list of all
  wichtigste wesentliche weitere zentrale allgemeine aktuelle aktueller die der das ihre deine principales principaux principale autres les le la l votre vos su sus tu tus los las el clave main most important top daily`.split(
    /\s+/,
  ),
);
/** Words after it. */
const after = new Set(
  'name title text list details detail en de fr es it english deutsch francais espanol principales principaux clave s n description overview include includes are is of role'.split(
    ' ',
  ),
);

const kinds: ReadonlyMap<string, HeadingKind> = new Map(
  Object.keys(phrases)
    .filter(isKind)
    .flatMap((kind) => phrases[kind].split(',').map((phrase) => [plainWords(phrase).join(' '), kind])),
);

function isKind(key: string): key is HeadingKind {
  return Object.hasOwn(phrases, key);
}

/** Longest heading that is looked at. */
const longest = 80;

/**
 * What a heading says stands below it, e.g. "duty" for "Key responsibilities:" or "Aufgaben / Tätigkeiten"; undefined where its
 * words are not known, or name things of several kinds.
 */
export function headingKind(heading: string): HeadingKind | undefined {
  if (heading.length > longest) return undefined;
  const plain = heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
  return kindOfPhrase(plain) ?? kindOfParts(plain) ?? kindOfPhrase(heading);
}

/** What "Duties and responsibilities" or "Rolle/Funktion" names: each part must name the same, or a role. */
function kindOfParts(heading: string): HeadingKind | undefined {
  const parts = heading.split(/[/|&,;+]|\s(?:and|or|und|oder|et|ou|y|o)\s/i).filter((part) => part.trim() !== '');
  if (parts.length < 2) return undefined;
  const found = new Set(parts.map(kindOfPhrase));
  if (found.has('role') && [...found].every((kind) => kind === 'role' || kind === 'title')) return 'role';
  const [first] = found;
  return found.size === 1 ? first : undefined;
}

function kindOfPhrase(text: string): HeadingKind | undefined {
  const words = [...plainWords(text)];
  for (;;) {
    const kind = kinds.get(words.join(' '));
    if (kind !== undefined) return kind;
    if (words.length < 2) return undefined;
    if (before.has(words[0] ?? '')) words.shift();
    else if (after.has(words.at(-1) ?? '')) words.pop();
    else return undefined;
  }
}
