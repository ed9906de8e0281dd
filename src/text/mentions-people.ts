/** The arguments of the schema that take people. */
const argumentOfPeople = /\b(?:staff|absent|leave|join|takeOver)\b/;

/** Whether a document uses an argument that takes people. The name of its operation may be about them, too. */
export function mentionsPeople(document: string): boolean {
  return argumentOfPeople.test(document);
}
