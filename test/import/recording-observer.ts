import type { ImportObserver } from '../../src/import/import-observer.ts';

/** Notes what an import reports, in its order. */
export function recordingObserver(): ImportObserver & { readonly events: unknown[] } {
  const events: unknown[] = [];
  return {
    events,
    run: async ({ step, work, isRefused = () => false }) => {
      events.push(step);
      const result = await work((progress) => events.push(progress));
      if (isRefused(result)) events.push(`${step} is refused`);
      return result;
    },
    converted: (conversion) => events.push(conversion),
    checked: ({ findings }) => events.push({ findings: findings.length }),
    compared: (difference) => events.push(difference.kind === 'CHANGED' ? difference.kind : difference),
  };
}
