import {
  IconAlertTriangle,
  IconBell,
  IconChartBar,
  IconDashboard,
  IconSend,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

export interface PageLink {
  readonly path: string;
  readonly label: string;
  readonly icon: TablerIcon;
  /** In the order of a working day: what is wrong, who is told, what to learn from it, how it is set up. */
  readonly group: 'Respond' | 'Notify' | 'Learn' | 'Set up';
}

export const LINKS: readonly PageLink[] = [
  { path: '/', label: 'Overview', icon: IconDashboard, group: 'Respond' },
  { path: '/incidents', label: 'Incidents', icon: IconAlertTriangle, group: 'Respond' },
  { path: '/alerts', label: 'Alerts', icon: IconBell, group: 'Respond' },
  { path: '/channels', label: 'Channels', icon: IconSend, group: 'Notify' },
  { path: '/analytics', label: 'Analytics', icon: IconChartBar, group: 'Learn' },
  { path: '/settings', label: 'Settings', icon: IconSettings, group: 'Set up' },
];

interface PageRoute {
  readonly path: string;
  readonly page: LazyExoticComponent<ComponentType>;
}

type LoadPage = () => Promise<{ readonly default: ComponentType }>;

/** Every page is a file of its own to the browser: the first one must not wait for the others. */
const PAGES: Readonly<Record<string, LoadPage>> = {
  '/': () => import('../overview/overview-page.tsx'),
  '/incidents': () => import('../incidents/incidents-page.tsx'),
  '/incidents/:id': () => import('../incidents/incident-page.tsx'),
  '/alerts': () => import('../alerts/alerts-page.tsx'),
  '/alerts/rejected': () => import('../alerts/rejected-alerts-page.tsx'),
  '/channels': () => import('../channels/channels-page.tsx'),
  '/channels/deliveries': () => import('../channels/deliveries-page.tsx'),
  '/analytics': () => import('../analytics/analytics-page.tsx'),
  '/settings/*': () => import('../settings/settings-page.tsx'),
};

export const ROUTES: readonly PageRoute[] = Object.entries(PAGES).map(([path, load]) => ({
  path,
  page: lazy(load),
}));

/** Brings the other pages, so that they are there when the network is not. */
export function loadAllPages(): void {
  for (const load of Object.values(PAGES)) void load().catch(() => {});
}
