import { htmlPage, htmlText } from '../pages/html.ts';
import { plainPage } from '../pages/plain-page.ts';
import type { Answer, Exchange } from '../http/exchange.ts';

/** The path of the page, and of its form. */
export const signInPath = '/sign-in';
/** Where the form for signing out is sent. */
export const signOutPath = '/sign-out';

const { style, headersWith } = plainPage;

/**
 * The form sends the token to this server, and nowhere else. With the referrer policy of the other pages, "no-referrer", browsers would
 * send the form with "Origin: null", and without TLS nothing else tells whose page it is.
 */
const headers = {
  ...headersWith({ 'form-action': "'self'" }),
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
};

interface SignIn {
  /** What went wrong, for the reader; nothing before the first try. */
  readonly problem?: string;
  /** The address to show after the sign-in, without its first "/". */
  readonly to: string;
  /** Whether the browser has a token, so that it can sign out. */
  readonly isSignedIn?: boolean;
}

/**
 * The page on which a browser signs in with a token.
 *
 * @param path of the request that is answered: the form's address is relative to it, as a proxy may serve everything under
 *   a path of its own.
 */
export function signInPage(status: number, path: string, { problem, to, isSignedIn = false }: SignIn): Answer {
  const addressOf = (route: string) => `${'../'.repeat(path.split('/').length - 2)}${route.slice(1)}`;
  const body = htmlPage({
    title: 'Sign in · Rolegraph',
    head: `<style>${style}</style>`,
    body: `<body><main>
    <h1>Sign in</h1>
    <p>This server answers people who have a token. Whoever runs it says how you get one.</p>
    ${problem === undefined ? '' : `<p class="problem" id="problem" role="alert">${htmlText(problem)}</p>`}
    <form method="post" action="${addressOf(signInPath)}">
      <input type="hidden" name="to" value="${htmlText(to)}">
      <label for="token">Token</label>
      <input type="password" id="token" name="token" required autofocus autocomplete="current-password" spellcheck="false"${problem === undefined ? '' : ' aria-invalid="true" aria-describedby="problem"'}>
      <button>Sign in</button>
    </form>
    <p class="foot">Your browser keeps the token until it expires or you sign out, and no script can read it. Pages that you open with it
    can read and not import.</p>
    ${isSignedIn ? signOutForm(addressOf(signOutPath)) : ''}
  </main></body>`,
  });
  return { status, headers, body };
}

function signOutForm(action: string): string {
  return `<form method="post" action="${action}">
      <p>This browser has a token now. <button>Sign out</button></p>
    </form>`;
}

/** Whether a request comes from somebody who opens a page, and not from a program. */
export function wantsPage({ request, record }: Exchange): boolean {
  return record.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '');
}

/** The address of a request as `to` names it. */
export function returnAddress({ request }: Exchange): string {
  return (request.url ?? '').replace(/^\/+/, '');
}
