import { driver, type Config, type Driver } from 'neo4j-driver';

/** A driver for a database that asks nobody who they are; its numbers are those of JavaScript. */
export function driverFor(uri: string): Driver {
  const config: Partial<Config> = { disableLosslessIntegers: true };
  return driver(uri, undefined, config);
}
