import { IncidentDetail, id } from '@klaxon/contracts';
import { Type } from 'typebox';
import { answer, ETAG } from '../answers.ts';

export const incidentParams = Type.Object({ id: id('The incident.') });

const ifMatch = Type.Object({
  'If-Match': Type.Optional(
    Type.String({
      description:
        'The `ETag` of the incident that the change was decided on: it fails with 412 if that is outdated.',
    }),
  ),
});

/** What all routes share that change one incident and answer it. */
export const changeSchema = {
  tags: ['Incidents'],
  params: incidentParams,
  headers: ifMatch,
  response: {
    200: answer('The incident as it is now.', IncidentDetail, ETAG),
  },
  problems: [400, 404, 409, 412, 413, 415],
};
