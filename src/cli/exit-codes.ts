/** Exit codes. Scripts rely on these numbers; help and docs list them. */
export const exitCodes = {
  /** The command succeeded. */
  done: 0,
  /** Refused: the catalog has errors, another import was faster, or the store or a file failed. */
  refused: 1,
  /** The command line or a setting is wrong. */
  wrongUsage: 2,
  /** An internal error of Rolegraph; EX_SOFTWARE of sysexits.h. */
  fault: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
