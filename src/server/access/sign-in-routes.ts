import { isRejection, type Authenticator } from '../../access/authenticator.ts';
import type { Config } from '../../config/config.ts';
import type { MemoryBudget } from '../../scheduling/memory-budget.ts';
import { publicOrigin } from '../files/public-origin.ts';
import { readBody } from '../graphql/limits/body-limit.ts';
import { send, textAnswer, type Exchange, type Route } from '../http/exchange.ts';
import { originRefusal } from '../http/origins.ts';
import { signInPage, signInPath, signOutPath } from './sign-in-page.ts';
import { fitsCookie, longestCookieToken, noTokenCookie, tokenCookie, tokenCookieOf } from './token-cookie.ts';

/** The most that the form may send, in bytes. */
const mostBytes = 16 * 1024;

export interface SignInParts extends Pick<Config, 'trustProxy'> {
  readonly authenticator: Authenticator;
  readonly memory: MemoryBudget;
}

/** Where a browser signs in with a token, which it then keeps in a cookie, and signs out. */
export function signInRoutes({
  authenticator,
  memory,
  trustProxy,
}: SignInParts): readonly (readonly [string, Route])[] {
  const isSecure = ({ request }: Exchange) => publicOrigin(request, trustProxy).startsWith('https:');

  async function signIn(exchange: Exchange): Promise<void> {
    const { request, record } = exchange;
    const refusal = foreignPage(exchange);
    if (refusal !== undefined) {
      send(exchange, textAnswer(403, refusal, noStore));
      return;
    }
    const body = await readBody(exchange, mostBytes, memory);
    if (body === undefined) return;
    if (!Buffer.isBuffer(body)) {
      send(exchange, textAnswer(body.status, body.message, { ...noStore, ...body.headers }));
      return;
    }
    const form = new URLSearchParams(body.toString());
    const token = (form.get('token') ?? '').trim();
    const to = form.get('to') ?? '';
    const again = (status: number, problem: string) => {
      send(exchange, signInPage(status, record.path, { problem, to }));
    };
    if (token === '') {
      again(400, 'Enter a token.');
      return;
    }
    const caller = await authenticator.check(token);
    if (isRejection(caller))
      again(caller.kind === 'INVALID' ? 401 : 503, `The token is not accepted: ${caller.reason}`);
    else if (!caller.rights.has('read')) again(403, 'The token gives no right to read.');
    else if (!fitsCookie(token)) again(400, tooLong);
    else {
      const cookie = tokenCookie(token, caller, isSecure(exchange));
      const headers = { ...noStore, Location: locationOf(to, request.url), 'Set-Cookie': cookie };
      send(exchange, textAnswer(303, 'Signed in.', headers));
    }
  }

  function signOut(exchange: Exchange): void {
    const refusal = foreignPage(exchange);
    const headers = { ...noStore, Location: `.${signInPath}`, 'Set-Cookie': noTokenCookie(isSecure(exchange)) };
    send(exchange, refusal === undefined ? textAnswer(303, 'Signed out.', headers) : textAnswer(403, refusal, noStore));
  }

  return [
    [
      signInPath,
      {
        methods: ['GET', 'HEAD', 'POST'],
        right: 'none',
        answer: async (exchange) => {
          if (exchange.record.method === 'POST') await signIn(exchange);
          else {
            const isSignedIn = tokenCookieOf(exchange.request.headers.cookie) !== undefined;
            send(exchange, signInPage(200, exchange.record.path, { to: '', isSignedIn }));
          }
        },
      },
    ],
    [signOutPath, { methods: ['POST'], right: 'none', answer: signOut }],
  ];
}

const noStore = { 'Cache-Control': 'no-store' };

const tooLong = `The token has more than ${longestCookieToken} characters, or some that a cookie cannot hold, so a browser cannot keep it. Have a proxy sign you in, which sends the token itself: see the page about access.`;

/** Other sites could sign somebody in as somebody else, or out. Allowed origins have no part in this. */
function foreignPage({ request }: Exchange): string | undefined {
  return originRefusal(request.headers, { corsOrigins: [] });
}

/** A relative address of the characters that an address can have: whatever `to` is, it leads to this server. */
function locationOf(to: string, url = ''): string {
  return url.includes('?') || !/^[!-[\]-~]*$/.test(to) ? './' : `./${to}`;
}
