/** How a command ends. Scripts rely on these numbers; help and docs list them. */
export const exitCodes = {
  /** What was asked for is done. */
  done: 0,
  /** It was refused: the catalog has errors, another import was faster, the store or a file fails. */
  refused: 1,
  /** The command line or a setting is wrong. */
  wrongUsage: 2,
  /** A fault of Rolegraph itself; EX_SOFTWARE of sysexits.h. */
  fault: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
