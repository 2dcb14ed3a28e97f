import { PageTabs } from '../shared/page-tabs.tsx';

const TABS = [
  { path: '/channels', label: 'Channels' },
  { path: '/channels/deliveries', label: 'Deliveries' },
];

export function ChannelTabs() {
  return <PageTabs label="Channels and what they were told" tabs={TABS} />;
}
