/*
 * Copying. Browsers offer it to pages of https and of this machine only, and people may forbid it; then false is returned, and
 * the text is shown for people to copy it by hand.
 */

/** Forms of what is copied, by media type, of which the program where it is pasted takes the one that it can use best. */
export type Forms = Readonly<Record<string, string>>;

/**
 * Copies what may still have to be asked for. It must be called while a click is handled: some browsers allow it only then, which is
 * why the forms are a promise.
 */
export async function copyForms(types: readonly string[], forms: Promise<Forms>): Promise<boolean> {
  // A failure is said by whoever made the promise.
  forms.catch(() => undefined);
  if (!window.isSecureContext) return false;
  try {
    const blobs = types.map((type) => [type, forms.then((made) => new Blob([made[type] ?? ''], { type }))] as const);
    for (const [, blob] of blobs) blob.catch(() => undefined);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false;
  }
}

/** Copies a text. */
export function copyText(text: string): Promise<boolean> {
  return copyForms(['text/plain'], Promise.resolve({ 'text/plain': text }));
}
