import { createHash } from 'node:crypto';
import type { ActionOutcome } from '@klaxon/application';
import type { MessageActionKind } from '@klaxon/domain';

const STYLE = `
:root { color-scheme: light dark; }
body { background: Canvas; font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 0 auto; padding: 1.5rem 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; line-height: 1.3; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { opacity: .75; }
dd { margin: 0; }
button { font: inherit; font-weight: 600; width: 100%; min-height: 3.25rem; margin-top: 1rem; border: 0; border-radius: .5rem; background: #1d4ed8; color: #fff; cursor: pointer; }
button:focus-visible { outline: 3px solid currentcolor; outline-offset: 3px; }
[role=status] { font-weight: 600; }
`;

const HASH = createHash('sha256').update(STYLE).digest('base64');

/** For every answer here: nothing runs, nothing is kept, and the address is told to nobody else. */
export const PAGE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'content-type': 'text/html; charset=utf-8',
  // Under no-referrer a browser says of the form that it comes from nowhere, and it would be refused.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
} as const;

const BUTTONS: Readonly<Record<MessageActionKind, string>> = {
  acknowledge: 'Acknowledge this incident',
  resolve: 'Resolve this incident',
};

const EFFECTS: Readonly<Record<MessageActionKind, string>> = {
  acknowledge: 'Everybody who was told of it is told that somebody works on it.',
  resolve:
    'Everybody who was told of it is told that it is over. Alerts that go on firing stay quiet for a while.',
};

/** Asks before it acts: scanners and previews follow links in mail, but press no buttons. */
export function askPage({ kind, incident }: ActionOutcome): string {
  const form = `<p>${EFFECTS[kind]}</p>
<form method="post"><button>${BUTTONS[kind]}</button></form>`;
  return page(`${BUTTONS[kind]}?`, `${incidentPart(incident)}${form}`);
}

export function outcomePage({ incident, text }: ActionOutcome): string {
  return page(text, `<p role="status">${escapeHtml(text)}</p>${incidentPart(incident)}`);
}

export function messagePage(title: string, text: string): string {
  return page(title, `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>`);
}

function incidentPart({ id, number, title, severity, status }: ActionOutcome['incident']): string {
  return `<h1>#${number} ${escapeHtml(title)}</h1>
<dl><dt>Severity</dt><dd>${severity}</dd><dt>Status</dt><dd>${status}</dd></dl>
<p><a href="/incidents/${id}">Open the incident in Klaxon</a></p>`;
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${escapeHtml(title)} – Klaxon</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
