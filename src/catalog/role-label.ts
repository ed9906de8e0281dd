/** What a role is called where it is shown: its title, followed by its qualifier in brackets if it has one: "Engineer (L3)". */
export function roleLabel(role: { readonly title: string; readonly qualifier?: string | null | undefined }): string {
  const { title, qualifier } = role;
  return qualifier == null ? title : `${title} (${qualifier})`;
}
