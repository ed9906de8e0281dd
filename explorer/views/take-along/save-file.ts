/** How long a browser may take to begin with the file, in milliseconds, before the memory is given back. */
const lifetime = 60_000;

/** Saves a file, as a browser does with a download. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, lifetime);
}
