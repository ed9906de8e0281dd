import { readFileSync } from 'node:fs';
import { pathOf, switchOf, wholeNumber } from './setting-values.ts';

/** Reads settings one by one, and collects what is wrong with them, so that all problems are reported at once. */
export interface SettingReader {
  /** One line for each setting that cannot be used. */
  readonly problems: string[];
  /** Whether a setting is given; one that is empty counts as not set. */
  readonly isSet: (name: string) => boolean;
  /** One setting: its default where it is not set, and also where it is wrong, after noting that. */
  readonly setting: <T>(name: string, fallback: T, allowed: string, parse: (given: string) => T | undefined) => T;
  /** A setting that is on or off. */
  readonly isOn: (name: string, fallback: boolean) => boolean;
  /** A whole number in a range. */
  readonly limit: (name: string, fallback: number, least: number, most: number) => number;
  /**
   * A secret, from its variable or from the file that `<name>_FILE` gives. Spaces around it may be part of it.
   *
   * @param what the secret in words, e.g. "the password".
   * @returns undefined if neither is set; the empty text if the file cannot be used, so that no other setting is reported
   *   because of this one.
   */
  readonly secret: (name: string, what: string) => string | undefined;
}

export function settingReader(env: Readonly<Record<string, string | undefined>>): SettingReader {
  const problems: string[] = [];

  function setting<T>(name: string, fallback: T, allowed: string, parse: (given: string) => T | undefined): T {
    const given = env[name]?.trim() ?? '';
    if (given === '') return fallback;
    const value = parse(given);
    if (value === undefined) problems.push(`${name} is ${JSON.stringify(given)}; allowed: ${allowed}`);
    return value ?? fallback;
  }

  function secret(name: string, what: string): string | undefined {
    const given = env[name] === '' ? undefined : env[name];
    const file = setting(`${name}_FILE`, undefined, 'the path of a file', pathOf);
    if (file === undefined) return given;
    const read = given === undefined ? secretIn(file, what) : { problem: `is set, and ${name}, too: set one of them` };
    if ('secret' in read) return read.secret;
    problems.push(`${name}_FILE ${read.problem}`);
    return given ?? '';
  }

  return {
    problems,
    isSet: (name) => env[name] !== undefined && env[name].trim() !== '',
    setting,
    isOn: (name, fallback) => setting(name, fallback, 'on or off', switchOf),
    limit: (name, fallback, least, most) =>
      setting(name, fallback, `a whole number from ${least} to ${most}`, wholeNumber(least, most)),
    secret,
  };
}

/** What a file holds, e.g. a secret of Docker or Kubernetes. Editors and `echo` end files with a line break. */
function secretIn(file: string, what: string): { readonly secret: string } | { readonly problem: string } {
  const shown = JSON.stringify(file);
  try {
    const secret = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    if (secret !== '') return { secret };
    return { problem: `is ${shown}, which is empty; allowed: a file that holds ${what}` };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'an unknown error';
    return { problem: `is ${shown}, which cannot be read (${reason}); allowed: a file that this user can read` };
  }
}
