/** Where a browser ended, or what it was about to open on the app's listener. */
export interface Visit {
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

/** How a person acts on the partner's page. */
export type Act = { readonly account: string } | 'cancel';

/**
 * A browser as far as a sign-in needs one: it follows redirects, keeps cookies and fills in the partner's one form.
 * It stops in front of the app's listener: `callback` is the address it was sent to.
 */
export const createFetchBrowser = () => {
  const cookies = new Map<string, string>();
  /** Every address it opened: the browser's history. */
  const history: string[] = [];

  const request = async (url: string, init: RequestInit = {}): Promise<Response> => {
    history.push(url);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { cookie },
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };

  /** Follows redirects up to a page, or up to the app's listener. */
  const follow = async (url: string, init?: RequestInit): Promise<Visit> => {
    const origin = new URL(url).origin;
    let response = await request(url, init);
    for (;;) {
      const location = response.headers.get('location');
      if (location === null)
        return { url: response.url, status: response.status, text: await response.text() };
      const next = new URL(location, response.url);
      if (next.origin !== origin) return { url: next.href, status: 302, text: '' };
      response = await request(next.href);
    }
  };

  /** A page that submits its hidden form by itself; the provider has one for a change of accounts. */
  const submitHidden = async (visit: Visit): Promise<Visit> => {
    const action = /<form method="post" action="([^"]+)"/.exec(visit.text)?.[1];
    if (action === undefined) return visit;
    const fields = [...visit.text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
    const body = new URLSearchParams(
      fields.map(([, name = '', value = '']): [string, string] => [name, value]),
    );
    return follow(action, { method: 'POST', body });
  };

  /** Opens the partner's sign-in page and acts; answers the address on the app's listener that ends it, or the refusal. */
  const decideThere = async (url: string, act: Act): Promise<Visit> => {
    const page = await follow(url);
    if (!page.text.includes('<form')) return page;
    const form = act === 'cancel' ? { act: 'cancel' } : { act: 'continue', account: act.account };
    const body = new URLSearchParams(form);
    return submitHidden(await follow(page.url, { method: 'POST', body }));
  };

  /** The same from where the app's listener leads to that page. */
  const decide = async (url: string, act: Act): Promise<Visit> => {
    const start = await follow(url);
    return start.status === 302 ? decideThere(start.url, act) : start;
  };

  return {
    history,
    decide,
    decideThere,
    visit: follow,
    /** All of it: decides and goes back to the app. */
    signIn: async (url: string, act: Act): Promise<Visit> => follow((await decide(url, act)).url),
  };
};
