import { PageHead } from '../shared/page-head.tsx';

export default function AnalyticsPage() {
  return <PageHead title="Analytics" />;
}
