import { plainWords } from './plain-words.ts';

/** Words for people by what they do, as ends of words: German compounds such as "Netzwerkadministrator" end in them, too. */
const ends =
  `engineer engineers manager managers administrator administrators admin analyst analysts architect architects officer officers lead leads leader head director directors
  specialist specialists developer developers coordinator coordinators consultant consultants owner owners technician technicians designer designers scientist scientists programmer tester
  operator operators president vp chief representative recruiter accountant auditor assessor advisor adviser planner scheduler supervisor executive assistant secretary trainer instructor teacher
  researcher writer editor evangelist strategist champion steward custodian controller buyer agent expert professional practitioner master coach facilitator sponsor
  commander responder investigator hunter inspector evaluator integrator maintainer author librarian statistician economist lawyer counsel attorney paralegal nurse doctor physician surgeon pharmacist therapist clerk cashier
  driver mechanic electrician plumber intern apprentice trainee associate partner principal fellow dba sre ciso cio cto ceo cfo coo cdo cpo dpo cso
  leiter leiterin leitung ingenieur ingenieurin entwickler entwicklerin verantwortlicher verantwortliche verantwortlich beauftragter beauftragte administratorin architektin architekt manager managerin
  berater beraterin techniker technikerin referent referentin sachbearbeiter sachbearbeiterin koordinator koordinatorin analystin spezialist spezialistin fachkraft assistent assistentin vorstand geschaftsfuhrer
  geschaftsfuhrerin chef chefin prufer pruferin betreuer betreuerin meister kaufmann kauffrau informatiker informatikerin buchhalter buchhalterin einkaufer verkaufer trainerin
  ingenieure responsable directeur directrice administrateur administratrice developpeur developpeuse gestionnaire technicien technicienne charge chargee conseiller conseillere coordinateur coordinatrice
  adjoint adjointe analyste architecte auditeur concepteur formateur comptable acheteur redacteur pilote expert experte referente delegue consultante
  ingeniero ingeniera jefe jefa directora gerente analista desarrollador desarrolladora administrador administradora tecnico tecnica coordinador coordinadora especialista arquitecto arquitecta
  consultor consultora asesor asesora auditor auditora encargado encargada programador programadora operador operadora asistente supervisora`
    .split(/\s+/)
    .filter((word) => word !== '');
const wholeWords = new Set(ends);
/** Shorter ends occur in other words: "lead" in "mislead". */
const compoundEnds = ends.filter((word) => word.length >= 6);
/** Sets the ends of compounds by their last letters, so that a word is compared with few. */
const byLastLetters = Map.groupBy(compoundEnds, (word) => word.slice(-3));

/** Words of sentences, which titles do not have. */
const sentenceWords = new Set(
  `a an the your my our their how why what when who which where is are was be been will can should must we you they it this that these those do does did not no if because than then there
  become hire hiring choose der die das ein eine wie warum ist sind wird werden un une est sont comment pourquoi una es son como`.split(
    /\s+/,
  ),
);

/** Most characters and words of a title. Longer ones are sentences. */
const mostCharacters = 120;
const mostWords = 12;

/** Whether a text could be a title of a role by its form: short, and no sentence, number, address or date. */
export function hasFormOfTitle(text: string): boolean {
  if (text.length > mostCharacters || !/\p{L}{2}/u.test(text) || /[.?!:;]$|[@\n]|https?:|[<>{}=]/.test(text))
    return false;
  return text.split(/\s+/).length <= mostWords;
}

/** Whether a text is plainly a title of a role: it has its form, and a word such as "engineer". */
export function isPlainTitle(text: string): boolean {
  if (!hasFormOfTitle(text) || isOfCode(text)) return false;
  const words = plainWords(text);
  return words.some(isTitleWord) && !words.some((word) => sentenceWords.has(word));
}

const parts = /\s+(?:of|for|in|at|and|der|des|für|fur|de|du|del|von|und|et|y|–|—|-|&)\s+|[,/|]|\s*[([][^)\]]*[)\]]\s*/u;

/**
 * Whether a text is plainly a title by its main word, which is the first or last of a part: "Head of IT", "Engineer, Platform",
 * but not "The engineer handbook".
 */
export function isHeadTitle(text: string): boolean {
  if (!isPlainTitle(text)) return false;
  return text.split(parts).some((part) => {
    const words = plainWords(part);
    return isTitleWord(words[0] ?? '') || isTitleWord(words.at(-1) ?? '');
  });
}

/** Whether a text is an abbreviation in capitals, as of a title: "SRE", "CISO". */
export function isAbbreviation(text: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{Nd}&/-]{1,5}s?$/u.test(text);
}

/** "ConnectionManager" is a part of a program. */
function isOfCode(text: string): boolean {
  const [, end = ''] = /\p{Ll}(\p{Lu}\p{Ll}+)(?:\P{L}|$)/u.exec(text) ?? [];
  return wholeWords.has(end.toLowerCase());
}

function isTitleWord(word: string): boolean {
  return wholeWords.has(word) || (byLastLetters.get(word.slice(-3)) ?? []).some((end) => word.endsWith(end));
}
