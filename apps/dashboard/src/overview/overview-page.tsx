import { PageHead } from '../shared/page-head.tsx';

export default function OverviewPage() {
  return <PageHead title="Overview" />;
}
