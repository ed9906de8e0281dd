import { createElement } from 'preact';
import type { GroupMark, Mark } from '../../src/drawing/scene/scene.ts';
import { groupAttributes, markElement } from '../../src/drawing/svg/mark-elements.ts';
import { Link } from '../state/link.tsx';
import { boundsOf } from './mark-bounds.ts';

/** Marks of a picture as elements of SVG. Those of a role are a link to its page, which the keyboard reaches. */
export function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  return (
    <>
      {marks.map((mark, index) =>
        mark.type === 'group' ? <Group key={index} mark={mark} /> : <SingleMark key={index} mark={mark} />,
      )}
    </>
  );
}

function SingleMark({ mark }: { readonly mark: Exclude<Mark, GroupMark> }) {
  const { name, attributes, title, text } = markElement(mark);
  return (
    <>
      {createElement(name, attributes, title !== undefined && <title>{title}</title>, text)}
      {/* Lines of a text are read as words, and not as one. */}
      {text !== undefined && ' '}
    </>
  );
}

function Group({ mark }: { readonly mark: GroupMark }) {
  const { node, title, marks } = mark;
  const slug = node?.startsWith('role:') === true ? node.slice('role:'.length) : undefined;
  return (
    <g {...groupAttributes(mark)}>
      {title !== undefined && <title>{title}</title>}
      {slug === undefined ? (
        <Marks marks={marks} />
      ) : (
        <Link to={{ name: 'ROLE', slug }}>
          <Surface marks={marks} />
          <Marks marks={marks} />
        </Link>
      )}
    </g>
  );
}

/** Of the corners around marks without a frame, in pixels. */
const leastRadius = 4;

/** Around the marks of a link, so that it can also be followed between them, and shows that it has the focus. */
function Surface({ marks }: { readonly marks: readonly Mark[] }) {
  const bounds = boundsOf(marks);
  if (bounds === undefined) return null;
  const { from, to } = bounds;
  const [x, y] = from;
  const [frame] = marks;
  const radius = frame?.type === 'rect' && frame.radius !== undefined ? frame.radius : leastRadius;
  return <rect class="surface" x={x} y={y} width={to[0] - x} height={to[1] - y} rx={radius} />;
}
