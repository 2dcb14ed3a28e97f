import { useEffect } from 'react';
import { api } from '../api/klaxon.ts';

function useOpenCount(): number {
  const { data } = api.useQuery('get', '/api/incidents', {
    params: { query: { status: ['open'], limit: 1 } },
  });
  return data?.total ?? 0;
}

/** The title of the tab: how many incidents are open, and what the page is about. */
export function usePageTitle(title: string): void {
  const open = useOpenCount();
  useEffect(() => {
    document.title = `${open > 0 ? `(${open}) ` : ''}${title} · Klaxon`;
  }, [open, title]);
}

/** The icon of the tab, which has a mark while an incident is open. */
export function useOpenIcon(): void {
  const isOpen = useOpenCount() > 0;
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = isOpen ? '/favicon-open.svg' : '/favicon.svg';
  }, [isOpen]);
}
