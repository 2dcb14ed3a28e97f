const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For HTML text and quoted attributes, in mail and in Telegram's HTML mode, which knows these entities. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => HTML[character] ?? character);
}

/** Slack decodes these three alone, in `mrkdwn` and in `plain_text`; any other entity would show as typed. */
export function escapeSlack(text: string): string {
  return text.replace(/[&<>]/g, (character) => HTML[character] ?? character);
}

/** For the inside of a code span, which a backtick would end: Slack has no way to escape one. */
export function escapeSlackCode(text: string): string {
  return escapeSlack(text.replaceAll('`', "'"));
}
