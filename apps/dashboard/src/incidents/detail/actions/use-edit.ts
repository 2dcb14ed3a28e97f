import type { components } from '@klaxon/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/klaxon.ts';
import { isProblem } from '../../../api/problem.ts';
import type { IncidentDetail } from '../../incident.ts';

type Edit = components['schemas']['EditIncidentRequest'];

const OUTDATED = 412;

/**
 * Edits an incident as it was when the dialog came up. If it changed meanwhile, nothing is written: the
 * person is shown how it is now, and may then write over that.
 *
 * @param incident as it is now
 */
export function useEdit(incident: IncidentDetail, onSaved: () => void) {
  const queries = useQueryClient();
  const [seen, setSeen] = useState(incident);
  const { mutate, error, isPending } = api.useMutation('patch', '/api/incidents/{id}', {
    meta: { saysItself: true },
    onSuccess: onSaved,
    onError: async (problem) => {
      if (isOutdated(problem)) await queries.invalidateQueries();
    },
  });
  const outdated = isOutdated(error);
  return {
    isPending,
    /** What else went wrong. */
    error: outdated ? null : error,
    /** What the person had before them, where it is not so any more. */
    outdated: outdated ? seen : null,
    save: (body: Edit) => {
      const base = outdated ? incident : seen;
      setSeen(base);
      const header = { 'If-Match': `"${base.version}"` };
      mutate({ params: { path: { id: incident.id }, header }, body });
    },
  };
}

function isOutdated(error: unknown): boolean {
  return isProblem(error) && error.status === OUTDATED;
}
