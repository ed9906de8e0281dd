/* The fields by which answers name a node, as --json prints them: each answer has some of these. */

export function named({ id, name }: { readonly id: string; readonly name: string }) {
  return { id, name };
}

export function labelled({ id, label }: { readonly id: string; readonly label: string }) {
  return { id, label };
}

export function titled({ id, title, label }: { readonly id: string; readonly title: string; readonly label: string }) {
  return { id, title, label };
}
