/** The part of the plan that says who alone does something, for links from other views. */
export const aloneAnchor = 'alone';
