import type { PeopleUseCases } from '@klaxon/application';
import {
  AcceptInvitationRequest,
  CheckInvitationRequest,
  Invitation,
  Profile,
  ref,
} from '@klaxon/contracts';
import type { HttpApp } from '../../http-app.ts';
import { open } from '../../plugins/access.ts';
import { presentProfile } from '../../presenters/profile.ts';
import { presentTime } from '../../presenters/time.ts';
import { deviceOf } from '../../request/device.ts';
import { setDeviceCookie } from '../../request/device-cookie.ts';
import { readSessionCookie, setSessionCookie } from '../../request/session-cookie.ts';
import { answer } from '../answers.ts';
import type { AuthOptions } from '../auth/auth-routes.ts';

const tags = ['Sign-in'];

/** What people do with a one-time link. Its token comes in the body: addresses are logged. */
export function registerInvitationRoutes(
  app: HttpApp,
  people: PeopleUseCases,
  { mode, cookie }: AuthOptions,
): void {
  app.post(
    '/api/auth/invitations/check',
    {
      config: open('The token of the link is the proof.'),
      schema: {
        operationId: 'checkInvitation',
        summary: 'Whom a one-time link is for',
        description: 'Uses nothing up. A link that was used, replaced or has expired is a 400.',
        tags,
        body: ref(CheckInvitationRequest),
        response: { 200: answer('Whom it is for.', Invitation) },
        problems: [400, 413, 415],
      },
    },
    async ({ body }): Promise<Invitation> => {
      const { email, name, expiresAt } = await people.checkInvitation(body);
      return { email, name, expires_at: presentTime(expiresAt) };
    },
  );

  app.post(
    '/api/auth/invitations/accept',
    {
      config: open('The token of the link is the proof.'),
      schema: {
        operationId: 'acceptInvitation',
        summary: 'Set the password by a one-time link',
        description:
          'Once: it uses the link up, ends all sessions there are and the tie to an account of the OpenID provider, and sets the cookie of a new one. A link that was used, replaced or has expired is a 400.',
        tags,
        body: ref(AcceptInvitationRequest),
        response: { 200: answer('Who is signed in.', Profile) },
        problems: [400, 413, 415],
      },
    },
    async (request, reply) => {
      const { token, password, name = null } = request.body;
      const shown = readSessionCookie(request, cookie);
      const device = deviceOf(request, cookie);
      const input = { token, password, name, device, shown };
      const { secret, session, principal, marks } = await people.acceptInvitation(input);
      setSessionCookie(reply, cookie, secret, session.expiresAt);
      setDeviceCookie(reply, cookie, marks);
      return presentProfile(mode, principal);
    },
  );
}
