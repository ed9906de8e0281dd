/** Whether a file of a folder is none of its author's: a hidden one, or the one by which Excel and Word lock another ("~$RACI.xlsx"). */
export function isHiddenName(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}
