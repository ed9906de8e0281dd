import { createElement } from 'preact';
import type { GroupMark, Mark } from '../../src/drawing/scene/scene.ts';
import { groupAttributes, markElement } from '../../src/drawing/svg/mark-elements.ts';
import { Link } from '../state/link.tsx';

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
  return createElement(name, attributes, title !== undefined && <title>{title}</title>, text);
}

function Group({ mark }: { readonly mark: GroupMark }) {
  const { node, title, marks } = mark;
  const group = (
    <g {...groupAttributes(mark)}>
      {title !== undefined && <title>{title}</title>}
      <Marks marks={marks} />
    </g>
  );
  const slug = node?.startsWith('role:') === true ? node.slice('role:'.length) : undefined;
  if (slug === undefined) return group;
  return (
    <Link to={{ name: 'ROLE', slug }} aria-label={title}>
      {group}
    </Link>
  );
}
