import { driver, type Config, type Driver } from 'neo4j-driver';

/** A driver for a database without authentication; it returns numbers of JavaScript. */
export function driverFor(uri: string): Driver {
  const config: Partial<Config> = { disableLosslessIntegers: true };
  return driver(uri, undefined, config);
}
