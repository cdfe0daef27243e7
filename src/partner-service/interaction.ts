import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { ASSOCIATION_SCOPE } from '../contract/http/association';
import type { Accounts } from './accounts';

const MAX_FORM_CHARS = 1024;

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Example Sound</title>
<style>:root{color-scheme:light dark;font:1.125rem/1.5 system-ui,sans-serif}body{max-width:28rem;margin:18vh auto;padding:0 1.5rem}input,button{font:inherit;padding:.5rem .75rem}</style>
<h1>Example Sound</h1><p>A partner for development. Pick any name: there is no password.</p>
<form method="post"><p><label>Account<br><input name="account" required maxlength="60" pattern="[\\w .\\-]+" autofocus></label></p>
<p><button name="act" value="continue">Continue</button> <button name="act" value="cancel" formnovalidate>Cancel</button></p></form></html>`;

const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_FORM_CHARS) break;
  }
  return new URLSearchParams(text);
};

/** Lets a person pick an account by its name; the one page of this provider. */
export const createInteraction =
  (provider: Provider, accounts: Accounts, associationUrl: string) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { params } = await provider.interactionDetails(request, response);
    if (request.method !== 'POST') {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      });
      response.end(PAGE);
      return;
    }
    const form = await readForm(request);
    const name = (form.get('account') ?? '').trim();
    if (form.get('act') === 'cancel' || name === '') {
      return provider.interactionFinished(request, response, { error: 'access_denied' });
    }
    const accountId = accounts.pick(name);
    const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) });
    grant.addOIDCScope('openid profile offline_access');
    grant.addResourceScope(associationUrl, ASSOCIATION_SCOPE);
    const grantId = await grant.save();
    return provider.interactionFinished(request, response, {
      login: { accountId },
      consent: { grantId },
    });
  };
