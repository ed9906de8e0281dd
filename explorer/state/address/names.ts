import type { View } from './address.ts';

/** The ids and names in the address of a view, each once. */
export function namesOf(view: View): readonly string[] {
  const names = new Set<string>();
  withNames(view, (name) => {
    names.add(name);
    return name;
  });
  return [...names];
}

/** The view with another name, or without it where `other` is null. */
export function withOtherName(view: View, name: string, other: string | null): View {
  return withNames(view, (each) => (each === name ? other : each));
}

/** @param change what is to be in place of a name; null if it is to be left out. */
function withNames(view: View, change: (name: string) => string | null): View {
  const changed = (names: readonly string[]) => [...new Set(names.flatMap((name) => change(name) ?? []))];
  switch (view.name) {
    case 'BOARD': {
      const { filter } = view;
      const [inAll, performsAll] = [changed(filter.inAll), changed(filter.performsAll)];
      return { ...view, filter: { ...filter, inAll, performsAll } };
    }
    case 'OVERLAP': {
      const { selected, of, ...question } = view.question;
      const groups = changed(selected?.groups ?? []);
      const role = selected === undefined || selected.role === null ? null : change(selected.role);
      const isKept = selected !== undefined && groups.length > 0 && (role !== null || selected.role === null);
      return {
        ...view,
        question: { ...question, of: changed(of), ...(isKept && { selected: { ...selected, groups, role } }) },
      };
    }
    case 'PLAN': {
      const { question } = view;
      const [cover, without] = [changed(question.cover), changed(question.without)];
      return { ...view, question: { ...question, cover, with: changed(question.with), without } };
    }
    case 'TEAM': {
      const { question } = view;
      const apart = question.apart.flatMap(([one, other]) => {
        const pair = [change(one), change(other)] as const;
        return pair[0] === null || pair[1] === null ? [] : [[pair[0], pair[1]] as const];
      });
      return { ...view, question: { ...question, of: changed(question.of), apart } };
    }
    case 'PATHS': {
      const { question } = view;
      const from = question.from === null ? null : change(question.from);
      const to = question.to === null ? null : change(question.to);
      return { ...view, question: { ...question, from, to } };
    }
    case 'ROLE':
    case 'CATALOG':
    case 'UNKNOWN':
      return view;
  }
}
