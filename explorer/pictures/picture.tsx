import { useEffect, useRef, useState } from 'preact/hooks';
import type { Drawing, DrawingOptions } from '../../src/drawing/picture.ts';
import type { Steps } from '../../src/scheduling/steps.ts';
import { curly } from '../words/curly.ts';
import { words } from '../words/words.ts';
import { useLighting } from './lighting.ts';
import { Marks } from './marks.tsx';
import { runInTurns } from './run-in-turns.ts';
import { useWidth } from './width.ts';

/** A kind of pictures: its function of src/drawing, loaded when it is first needed. */
export type LoadDrawing<Data> = () => Promise<(data: Data, options: DrawingOptions) => Drawing | Steps<Drawing>>;

interface PictureProps<Data> {
  readonly data: Data;
  readonly load: LoadDrawing<Data>;
  /** The level of its heading. */
  readonly heading: 'h2' | 'h3';
}

/**
 * A picture of src/drawing, drawn for the width that there is: its sentence, its marks, its remarks. Pointing at a mark or focusing it
 * lights its node everywhere in the picture.
 */
export function Picture<Data>({ data, load, heading: Heading }: PictureProps<Data>) {
  const figure = useRef<HTMLElement>(null);
  const width = useWidth(figure);
  const { drawing, hasFailed } = useDrawing(data, load, width);
  useLighting(figure);
  return (
    <figure class="picture" ref={figure} aria-busy={drawing === undefined && !hasFailed}>
      {hasFailed && <NotDrawn />}
      {drawing !== undefined && width !== undefined && (
        <>
          <Heading>{drawing.title}</Heading>
          {drawing.lead !== '' && <p class="lead">{curly(drawing.lead)}</p>}
          <svg
            class="scene"
            width={width}
            height={drawing.height}
            viewBox={`0 0 ${width} ${drawing.height}`}
            role="group"
            aria-label={drawing.description}
          >
            <Marks marks={drawing.marks} />
          </svg>
          {drawing.remarks.map((remark) => (
            <p key={remark} class="fine">
              {remark}
            </p>
          ))}
        </>
      )}
    </figure>
  );
}

function NotDrawn() {
  return (
    <div class="note" role="alert">
      <p>{words.states.notDrawn}</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          // Browsers remember that a file could not be loaded, and a newer server has files of other names.
          window.location.reload();
        }}
      >
        {words.states.retry}
      </button>
    </div>
  );
}

interface Drawn {
  /** Undefined until the first is made. */
  readonly drawing: Drawing | undefined;
  readonly hasFailed: boolean;
}

/** The drawing, made in turns. */
function useDrawing<Data>(data: Data, load: LoadDrawing<Data>, width: number | undefined): Drawn {
  const [drawn, setDrawn] = useState<Drawn>({ drawing: undefined, hasFailed: false });
  useEffect(() => {
    if (width === undefined || width === 0) return;
    const ended = new AbortController();
    const draw = async () => {
      const made = (await load())(data, { width });
      return 'next' in made ? runInTurns(made, ended.signal) : made;
    };
    draw()
      .then((made) => {
        if (!ended.signal.aborted) setDrawn({ drawing: made, hasFailed: false });
      })
      .catch((error: unknown) => {
        if (ended.signal.aborted) return;
        setDrawn({ drawing: undefined, hasFailed: true });
        reportError(error);
      });
    return () => {
      ended.abort();
    };
  }, [data, width]);
  return drawn;
}
