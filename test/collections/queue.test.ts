import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Queue } from '../../src/collections/queue.ts';

test('a queue gives items back in the order in which they came, as an array does', () => {
  const steps = fc.array(
    fc.oneof(fc.record({ push: fc.nat({ max: 3_000 }) }), fc.record({ shift: fc.nat({ max: 3_000 }) })),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(steps, (all) => {
      const queue = new Queue<number>();
      const array: number[] = [];
      let next = 0;
      for (const step of all) {
        if ('push' in step) {
          for (let count = 0; count < step.push; count++) {
            queue.push(next);
            array.push(next++);
          }
        } else for (let count = 0; count < step.shift; count++) expect(queue.shift()).toBe(array.shift());
        expect(queue.size).toBe(array.length);
      }
    }),
    { numRuns: 50 },
  );
});
