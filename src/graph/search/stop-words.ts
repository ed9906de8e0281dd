/**
 * Words of questions and sentences that say little of what is searched for: "who does the patches". "It" is none of them,
 * because it is more often the abbreviation of information technology.
 */
export const stopWords: ReadonlySet<string> = new Set(
  [
    'a an the this that these those some any all',
    'and or but not no nor',
    'of for to in on at by with from into about as over up out after',
    'who whom whose which what where when why how',
    'do does did done doing is are was were be been being has have had can could should would will may must shall',
    'i me my we us our you your he she they them their its his her',
    'someone somebody anyone anybody everyone person people there here',
    'need needs want find show tell please',
    'responsible charge own owns handle handles handling deal deals look looks take takes care',
    'make makes get gets use uses run runs work works',
  ].flatMap((line) => line.split(' ')),
);
