import { describe, expect, test } from 'vitest';
import { MemoryBudget } from '../../src/scheduling/memory-budget.ts';
import { Scheduler } from '../../src/scheduling/scheduler.ts';
import type { Steps } from '../../src/scheduling/steps.ts';
import type { Task } from '../../src/scheduling/task.ts';
import { FakeEventLoop } from './fake-event-loop.ts';

/** Runs steps as resolvers do: they wait first where the slice is over. */
function resolve<T>(task: Task, steps: Steps<T>): T | Promise<T> {
  return task.isSliceOver() ? task.yieldSlice(undefined, 0).then(() => task.run(steps)) : task.run(steps);
}

/** A scheduler with slices of 10 ms on a fake event loop, and a log of its work. */
function setup() {
  const loop = new FakeEventLoop();
  const scheduler = new Scheduler({ sliceLength: 10, eventLoop: loop });
  const log: string[] = [];
  /** Begins a query of the given number of steps, each of which takes one whole slice and is logged. */
  const query = (name: string, slices: number): Task => {
    const task = scheduler.createTask();
    void Promise.resolve(
      resolve(
        task,
        loop.work(slices, 10, () => log.push(name)),
      ),
    ).then(() => log.push(`${name} done`));
    return task;
  };
  const background = (name: string, slices: number): Promise<void> =>
    scheduler.runInBackground(loop.work(slices, 10, () => log.push(name))).then(() => void log.push(`${name} done`));
  return { loop, scheduler, log, query, background };
}

/** Queries, oldest first, that have used up the slices in which they are light, and need more slices. */
async function heavyQueries(names: readonly string[], slices: number) {
  const all = setup();
  for (const name of names) {
    all.query(name, 11 + slices);
    // This ends the slice of the queries that arrive, so that each waits for the same number of slices.
    await all.loop.turn();
  }
  while (all.log.length < 11 * names.length) await all.loop.turn();
  all.log.length = 0;
  return all;
}

describe('queries', () => {
  test('a query that fits into its slice runs at once and waits for nothing', () => {
    const { loop, scheduler } = setup();
    expect(scheduler.createTask().run(loop.work(9, 1))).toBe(9);
  });

  test('queries that arrive in one turn share one slice', async () => {
    const { loop, scheduler } = setup();
    expect(scheduler.createTask().run(loop.work(9, 1))).toBe(9);
    const second = scheduler.createTask().run(loop.work(9, 1));
    expect(second).toBeInstanceOf(Promise);
    await loop.turnsToTheEnd();
    expect(await second).toBe(9);
  });

  test('what arrives in the next turn has a slice of its own', async () => {
    const { loop, scheduler } = setup();
    loop.spend(0);
    expect(scheduler.createTask().run(loop.work(9, 1))).toBe(9);
    await loop.turn();
    expect(scheduler.createTask().run(loop.work(9, 1))).toBe(9);
  });

  test('what arrives after the slice of another query in the same turn has a slice of its own', async () => {
    const { loop, query, scheduler } = setup();
    query('long', 5);
    await loop.turn();
    expect(scheduler.createTask().run(loop.work(9, 1))).toBe(9);
  });

  test('light queries that wait continue in the order in which they came to wait, one slice each', async () => {
    const { loop, log, query } = setup();
    query('a', 3);
    query('b', 3);
    query('c', 1);
    await loop.turnsToTheEnd();
    expect(log.filter((each) => !each.endsWith('done'))).toEqual(['a', 'a', 'b', 'c', 'a', 'b', 'b']);
  });

  test('light queries continue before heavy ones', async () => {
    const { loop, log, query } = await heavyQueries(['heavy'], 3);
    query('light', 4);
    await loop.turnsToTheEnd();
    expect(log).toEqual(['light', 'light', 'light', 'light', 'light done', 'heavy', 'heavy', 'heavy', 'heavy done']);
  });

  test('of heavy queries the oldest continues to its end, and the others after it', async () => {
    const { loop, log } = await heavyQueries(['old', 'young'], 3);
    await loop.turnsToTheEnd();
    const [old, young] = ['old', 'young'].map((name) => [name, name, name, `${name} done`]);
    expect(log).toEqual([...(old ?? []), ...(young ?? [])]);
  });

  test('a file continues only when no query waits, however young that is', async () => {
    const { loop, log, scheduler, query } = setup();
    const file = scheduler.createFileTask();
    const done = file.run(loop.work(300, 10, () => void log.push('file')));
    void Promise.resolve(done).then(() => log.push('file done'));
    // Until it is a heavy one.
    for (let turn = 0; turn < 12; turn++) await loop.turn();
    log.length = 0;
    query('heavy', 150);
    await loop.turnsToTheEnd();
    expect(log.slice(20, log.indexOf('heavy done'))).not.toContain('file');
    expect(log.at(-1)).toBe('file done');
  });

  test('a file takes no memory by its cost, and has no limit of cost', () => {
    const memory = new MemoryBudget(1_000);
    const scheduler = new Scheduler({ memory });
    scheduler.createFileTask().count(100_000_000);
    expect(memory.take(1_000)).toBe(true);
  });

  test('within a query, the deepest value in the answer continues first', async () => {
    const { loop, scheduler } = setup();
    const task = scheduler.createTask();
    const order: number[] = [];
    for (const depth of [1, 3, 2, 3, 0]) void task.yieldSlice(depth, depth).then((value) => order.push(value));
    await loop.turnsToTheEnd();
    expect(order).toEqual([3, 3, 2, 1, 0]);
  });

  test('a value that waits lets the microtasks that follow from it run before the next one continues', async () => {
    const { loop, scheduler } = setup();
    const task = scheduler.createTask();
    const order: string[] = [];
    for (const name of ['a', 'b']) {
      void task.yieldSlice(name, 0).then((value) => {
        order.push(value);
        loop.spend(10);
      });
    }
    await loop.turn();
    expect(order).toEqual(['a']);
    await loop.turn();
    expect(order).toEqual(['a', 'b']);
  });
});

describe('background work', () => {
  test('background work never begins before the call that gives it has returned', async () => {
    const { loop, log, background } = setup();
    const done = background('work', 2);
    expect(log).toEqual([]);
    await loop.turnsToTheEnd();
    await done;
    expect(log).toEqual(['work', 'work', 'work done']);
  });

  test('background work has a slice in every turn in which no query waits', async () => {
    const { loop, background } = setup();
    void background('work', 5);
    expect(await loop.turn()).toBe(10);
    expect(await loop.turn()).toBe(10);
    await loop.turnsToTheEnd();
    expect(loop.now()).toBe(50);
  });

  test('background work is done in the order in which it was given, each to its end', async () => {
    const { loop, log, background } = setup();
    void background('first', 2);
    void background('second', 2);
    await loop.turnsToTheEnd();
    expect(log).toEqual(['first', 'first', 'first done', 'second', 'second', 'second done']);
  });

  test('background work has a slice in every second turn while light queries keep all turns busy, always after a query', async () => {
    const { loop, log, query, background } = setup();
    void background('work', 6);
    for (let turn = 0; turn < 12; turn++) {
      for (let queries = 0; queries < 3; queries++) query('light', 2);
      log.push('turn');
      await loop.turn();
    }
    const turns = log.join(' ').split('turn').slice(1);
    expect(turns.map((each) => each.includes('work'))).toEqual(
      Array.from({ length: 12 }, (_, index) => index % 2 === 1),
    );
    for (const each of turns.filter((text) => text.includes('work'))) expect(each).toMatch(/^ light.* work/);
  });

  test('background work has a slice in every second turn while heavy queries keep all turns busy', async () => {
    const { loop, log, background } = await heavyQueries(['heavy'], 12);
    void background('work', 2);
    await loop.turnsToTheEnd();
    expect(log.filter((each) => !each.endsWith('done'))).toEqual(
      ['heavy', 'heavy', 'work', 'heavy', 'heavy', 'work'].concat(new Array<string>(8).fill('heavy')),
    );
  });

  test('an error that background work throws rejects its own promise, and everything else continues', async () => {
    const { loop, scheduler, log, query, background } = setup();
    function* failing(): Steps<void> {
      yield;
      throw new Error('Broken.');
    }
    const failed = expect(scheduler.runInBackground(failing())).rejects.toThrow('Broken.');
    const done = background('work', 1);
    query('query', 2);
    await loop.turnsToTheEnd();
    await failed;
    await done;
    expect(log).toContain('query done');
  });

  test('background work runs to its end in one turn if slices never end', async () => {
    const loop = new FakeEventLoop();
    const done = new Scheduler({ sliceLength: Infinity, eventLoop: loop }).runInBackground(loop.work(1_000, 1));
    await loop.turn();
    expect(await done).toBe(1_000);
  });
});

test('the event loop is held for at most three slices from turn to turn, whatever arrives', async () => {
  const { loop, scheduler } = setup();
  void scheduler.runInBackground(loop.work(2_000, 1));
  let longest = 0;
  for (let turn = 0; turn < 200; turn++) {
    const begun = loop.now();
    for (let queries = 0; queries < 3; queries++) void resolve(scheduler.createTask(), loop.work(25, 1));
    await loop.turn();
    longest = Math.max(longest, loop.now() - begun);
  }
  // One slice of arriving queries, one of a waiting query and, in every second turn, one of background work.
  expect(longest).toBe(3 * 10);
});

describe('a task', () => {
  test('a task that is cancelled drops its waiting work, and any further work throws the reason', async () => {
    const { loop, scheduler, log, query } = setup();
    const task = query('dropped', 5);
    task.stop(new Error('Too late.'));
    expect(task.isWaiting).toBe(false);
    await loop.turnsToTheEnd();
    expect(log).toEqual(['dropped']);
    expect(() => task.run(loop.work(1, 1))).toThrow('Too late.');
    let isSettled = false;
    void task.yieldSlice(undefined, 0).finally(() => (isSettled = true));
    await loop.turnsToTheEnd();
    expect(isSettled).toBe(false);
    expect(scheduler.createTask().run(loop.work(1, 1))).toBe(1);
  });

  test('a task that is cancelled takes no turn from another', async () => {
    const { loop, log, query } = setup();
    query('dropped', 5).stop(new Error('Too late.'));
    query('other', 2);
    await loop.turn();
    expect(log).toEqual(['dropped', 'other']);
  });

  test('a task whose steps throw in a later slice rejects its own promise only', async () => {
    const { loop, scheduler, log, query } = setup();
    function* failing(): Steps<void> {
      loop.spend(10);
      yield;
      throw new Error('Broken.');
    }
    const failed = expect(resolve(scheduler.createTask(), failing())).rejects.toThrow('Broken.');
    query('other', 2);
    await loop.turnsToTheEnd();
    await failed;
    expect(log).toContain('other done');
  });

  test('a task whose steps throw in its first slice throws at once', () => {
    const { scheduler } = setup();
    function* failing(): Steps<void> {
      throw new Error('Broken.');
    }
    expect(() => scheduler.createTask().run(failing())).toThrow('Broken.');
  });
});

test('a scheduler whose work is done requests no more turns', async () => {
  const { loop, query, background } = setup();
  query('query', 25);
  query('cancelled', 5).stop(new Error('Too late.'));
  const done = background('work', 3);
  expect(await loop.turnsToTheEnd(100)).toBeLessThan(40);
  await done;
  expect(loop.hasNextTurn).toBe(false);
});
