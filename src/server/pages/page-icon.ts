/** The mark of our pages: three nodes and what connects them. It stands in the page, so that nothing need be fetched. */
export const iconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32"><g stroke="#7c6cd6" stroke-width="2.5"><path d="M9 10 23 8M9 10l8 14M23 8l-6 16" fill="none"/></g><circle cx="9" cy="10" r="5" fill="#5b4bc4"/><circle cx="23" cy="8" r="4" fill="#e0679b"/><circle cx="17" cy="24" r="4.5" fill="#2aa5a0"/></svg>';

/** As the address of an image. */
export const iconAddress = `data:image/svg+xml;base64,${Buffer.from(iconSvg).toString('base64')}`;
