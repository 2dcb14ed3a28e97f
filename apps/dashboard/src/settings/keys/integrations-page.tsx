import { PageHead } from '../../shared/page-head.tsx';
import { Integrations } from './integrations.tsx';

/** Where nobody signs in, the only keys that are of use. */
export function IntegrationsPage() {
  return (
    <>
      <PageHead title="Integrations" />
      <Integrations headed={false} />
    </>
  );
}
