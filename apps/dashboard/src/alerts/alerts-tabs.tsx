import { LinkTabs } from '../shared/link-tabs.tsx';

const TABS = [
  { to: '/alerts', label: 'Alerts' },
  { to: '/alerts/rejected', label: 'Rejected' },
];

export function AlertsTabs() {
  return <LinkTabs label="Alerts" tabs={TABS} />;
}
