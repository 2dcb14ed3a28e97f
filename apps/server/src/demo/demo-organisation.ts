import { LOCAL } from '@klaxon/domain';
import type { UseCases } from '../http/app.ts';
import { DEMO_CHANNELS } from './demo-channels.ts';

const TEAMS: Readonly<Record<string, readonly string[]>> = {
  Shop: ['checkout', 'payments', 'catalogue', 'search', 'invoices'],
  Platform: ['warehouse-db', 'edge', 'sign-in', 'mail-relay'],
};

const PEOPLE = [
  { name: 'Ada Byron', email: 'ada@shop.example', role: 'admin', team: 'Platform' },
  { name: 'Grace Murray', email: 'grace@shop.example', role: 'responder', team: 'Shop' },
  { name: 'Linus Sköld', email: 'linus@shop.example', role: 'responder', team: 'Platform' },
  { name: 'Margaret Heafield', email: 'margaret@shop.example', role: 'responder', team: 'Shop' },
  { name: 'Auditors', email: 'audit@shop.example', role: 'viewer', team: null },
] as const;

export type OrganisationUseCases = Pick<UseCases, 'channels' | 'keys' | 'people' | 'rules'>;

/** Who works in the shop of the demo, at what, and how they are notified. */
export async function setUpOrganisation({
  channels,
  keys,
  people,
  rules,
}: OrganisationUseCases): Promise<void> {
  const actor = { principal: LOCAL, requestId: null, address: null };
  const teamIds = new Map<string, string>();
  for (const [name, services] of Object.entries(TEAMS)) {
    const teamId = await people.createTeam({ actor, name });
    teamIds.set(name, teamId);
    for (const service of services) await people.createService({ actor, name: service, teamId });
  }
  for (const { name, email, role, team } of PEOPLE) {
    const teamId = team === null ? undefined : teamIds.get(team);
    await people.inviteUser({ actor, name, email, role, teamIds: teamId ? [teamId] : [] });
  }
  for (const { hears, ...channel } of DEMO_CHANNELS) {
    const { channelId } = await channels.createChannel({ actor, ...channel });
    if (!hears) continue;
    const { rule: name, severities } = hears;
    const any = { services: null, kinds: null, matchers: [] };
    await rules.createRule({ actor, name, channelId, enabled: true, severities, ...any });
  }
  await keys.createIntegration({
    actor,
    name: 'Alertmanager shop-eu-1',
    service: null,
    teamId: null,
  });
  await keys.createApiKey({
    actor,
    name: 'Weekly report',
    scopes: ['incidents:read', 'metrics:read'],
    teamId: null,
    expiresAt: null,
  });
}
