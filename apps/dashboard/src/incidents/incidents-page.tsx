import { PageHead } from '../shared/page-head.tsx';

export default function IncidentsPage() {
  return <PageHead title="Incidents" />;
}
