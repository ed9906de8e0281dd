/** Something that tests hold: what awaits `held()` goes on when the function that `hold` has returned is called. */
export function holding() {
  let held: Promise<undefined> = Promise.resolve(undefined);
  return {
    held: () => held,
    hold: (): (() => void) => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      held = promise;
      return () => {
        resolve(undefined);
      };
    },
  };
}
