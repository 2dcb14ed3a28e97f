import { PageHead } from '../shared/page-head.tsx';

export default function ChannelsPage() {
  return <PageHead title="Channels" />;
}
