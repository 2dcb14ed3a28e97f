import { Anchor } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { api } from '../api/klaxon.ts';
import { isProblem } from '../api/problem.ts';
import { usePageTitle } from '../live/open-count.ts';
import { Empty } from '../shared/empty.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { IncidentView } from './detail/incident-view.tsx';

export default function IncidentPage() {
  const { id = '' } = useParams();
  const query = api.useQuery('get', '/api/incidents/{id}', { params: { path: { id } } });
  const { data, error } = query;
  usePageTitle(data ? `#${data.number} ${data.title}` : 'Incident');
  if (isProblem(error) && (error.status === 404 || error.status === 400))
    return (
      <>
        <PageHead title="Incident" />
        <Empty title="There is no such incident">
          The address may be mistyped.{' '}
          <Anchor component={Link} to="/incidents" size="sm">
            All incidents
          </Anchor>
        </Empty>
      </>
    );
  return (
    <Loaded query={query}>{(incident) => <IncidentView key={id} incident={incident} />}</Loaded>
  );
}
