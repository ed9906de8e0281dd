import { colorClass } from '../../src/drawing/svg/color-rules.ts';

const width = 96;
const height = 8;

/** A bar that is filled up to a share, 0 to 1. Whoever does not see it needs the share in words. */
export function ShareBar({ share }: { readonly share: number }) {
  return (
    <svg class="share-bar" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect
        width={width}
        height={height}
        rx={height / 2}
        class={colorClass({ property: 'fill', color: 'EMPTY_CELL' })}
      />
      <rect
        width={width * share}
        height={height}
        rx={height / 2}
        class={colorClass({ property: 'fill', color: 'ACCENT' })}
      />
    </svg>
  );
}
