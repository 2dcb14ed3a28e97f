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

/** Every page is a file of its own to the browser: the first one must not wait for the others. */
export const ROUTES: readonly PageRoute[] = [
  { path: '/', page: lazy(() => import('../overview/overview-page.tsx')) },
  { path: '/incidents', page: lazy(() => import('../incidents/incidents-page.tsx')) },
  { path: '/incidents/:id', page: lazy(() => import('../incidents/incident-page.tsx')) },
  { path: '/alerts', page: lazy(() => import('../alerts/alerts-page.tsx')) },
  { path: '/alerts/rejected', page: lazy(() => import('../alerts/rejected-alerts-page.tsx')) },
  { path: '/channels', page: lazy(() => import('../channels/channels-page.tsx')) },
  { path: '/channels/deliveries', page: lazy(() => import('../channels/deliveries-page.tsx')) },
  { path: '/analytics', page: lazy(() => import('../analytics/analytics-page.tsx')) },
  { path: '/settings/*', page: lazy(() => import('../settings/settings-page.tsx')) },
];
