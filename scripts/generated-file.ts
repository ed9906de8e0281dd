/** A file that is committed but made from the code. */
export interface GeneratedFile {
  /** From the project's root. */
  readonly path: string;
  readonly content: string | Uint8Array;
}
