import { PageHead } from '../shared/page-head.tsx';

export default function DeliveriesPage() {
  return <PageHead title="Deliveries" />;
}
