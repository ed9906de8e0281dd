/** As Node.js imports it: the package's own declarations describe the default export of its CommonJS form only. */
declare module 'highs' {
  import type { Highs } from 'highs/legacy-types';

  export default function loadHighs(): Promise<Highs>;
}
