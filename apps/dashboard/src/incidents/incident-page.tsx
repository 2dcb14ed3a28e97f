import { PageHead } from '../shared/page-head.tsx';

export default function IncidentPage() {
  return <PageHead title="Incident" />;
}
