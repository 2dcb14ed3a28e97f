import { useEffect } from 'react';
import { api } from '../api/klaxon.ts';

/** How many incidents are open, in the title and the icon of the tab. */
export function OpenIncidentsBadge() {
  const { data } = api.useQuery('get', '/api/incidents', {
    params: { query: { status: ['open'], limit: 1 } },
  });
  const open = data?.total ?? 0;
  useEffect(() => {
    document.title = open > 0 ? `(${open}) Klaxon` : 'Klaxon';
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = open > 0 ? '/favicon-open.svg' : '/favicon.svg';
  }, [open]);
  return null;
}
