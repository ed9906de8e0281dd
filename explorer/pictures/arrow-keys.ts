import { useEffect, useRef } from 'preact/hooks';

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Makes many links one stop of the Tab key, between which the arrow keys move: nobody wants to step through a thousand cells. Each has
 * its place as `data-row` and `data-column`. The stop is the one that had the focus last, or else the current one, or else the first.
 */
export function useArrowKeys(element: { readonly current: Element | null }): void {
  const last = useRef<Element | null>(null);
  // After each time that something is drawn, because the links may be others.
  useEffect(() => {
    if (element.current !== null) setStop(element.current, last.current);
  });
  useEffect(() => {
    const root = element.current;
    if (root === null) return;
    const onFocus = ({ target }: Event) => {
      if (!isCell(target)) return;
      last.current = target;
      setStop(root, target);
    };
    const onKey = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || !isCell(event.target)) return;
      const step = steps[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      event.preventDefault();
      neighbour(cellsIn(root), event.target, step)?.focus();
    };
    root.addEventListener('focusin', onFocus);
    root.addEventListener('keydown', onKey);
    return () => {
      root.removeEventListener('focusin', onFocus);
      root.removeEventListener('keydown', onKey);
    };
  }, []);
}

type Cell = HTMLElement | SVGElement;

function isCell(target: EventTarget | null): target is Cell {
  return (target instanceof HTMLElement || target instanceof SVGElement) && target.dataset['row'] !== undefined;
}

function cellsIn(root: Element): readonly Cell[] {
  return [...root.querySelectorAll('[data-row]')].filter(isCell);
}

function setStop(root: Element, last: Element | null): void {
  const cells = cellsIn(root);
  const stop =
    cells.find((cell) => cell === last) ?? cells.find((cell) => cell.hasAttribute('aria-current')) ?? cells[0];
  for (const cell of cells) cell.setAttribute('tabindex', cell === stop ? '0' : '-1');
}

/**
 * The nearest cell in a direction: to the left and right in the same row; above and below in the nearest row that has one, because
 * not every place has a cell.
 */
function neighbour(cells: readonly Cell[], from: Cell, [rows, columns]: readonly [number, number]): Cell | undefined {
  const [row, column] = placeOf(from);
  const found = cells.flatMap((cell) => {
    const [otherRow, otherColumn] = placeOf(cell);
    const [down, right] = [otherRow - row, otherColumn - column];
    if (rows === 0) return down === 0 && right * columns > 0 ? [{ cell, far: Math.abs(right), aside: 0 }] : [];
    return down * rows > 0 ? [{ cell, far: Math.abs(down), aside: Math.abs(right) }] : [];
  });
  return found.sort((a, b) => a.far - b.far || a.aside - b.aside)[0]?.cell;
}

function placeOf(cell: Cell): readonly [row: number, column: number] {
  return [Number(cell.dataset['row']), Number(cell.dataset['column'])];
}
