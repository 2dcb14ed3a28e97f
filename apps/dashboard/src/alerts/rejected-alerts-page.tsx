import { PageHead } from '../shared/page-head.tsx';

export default function RejectedAlertsPage() {
  return <PageHead title="RejectedAlerts" />;
}
