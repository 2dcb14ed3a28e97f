import { PageHead } from '../shared/page-head.tsx';

export default function AlertsPage() {
  return <PageHead title="Alerts" />;
}
