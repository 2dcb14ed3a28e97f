import { LinkTabs } from '../shared/link-tabs.tsx';

const TABS = [
  { to: '/channels', label: 'Channels' },
  { to: '/channels/deliveries', label: 'Deliveries' },
];

export function ChannelTabs() {
  return <LinkTabs label="Channels and what they were told" tabs={TABS} />;
}
