import { LOCAL } from '@klaxon/domain';
import type { UseCases } from '../http/use-cases.ts';
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

export type OrganisationUseCases = Pick<
  UseCases,
  | 'createTeam'
  | 'createService'
  | 'inviteUser'
  | 'createChannel'
  | 'createRule'
  | 'createIntegration'
  | 'createApiKey'
>;

/** Who works in the shop of the demo, at what, and how they are told. */
export async function setUpOrganisation(useCases: OrganisationUseCases): Promise<void> {
  const by = { principal: LOCAL, requestId: null, address: null };
  const teamIds = new Map<string, string>();
  for (const [name, services] of Object.entries(TEAMS)) {
    const teamId = await useCases.createTeam(by, name);
    teamIds.set(name, teamId);
    for (const service of services) await useCases.createService(by, { name: service, teamId });
  }
  for (const { name, email, role, team } of PEOPLE) {
    const teamId = team === null ? undefined : teamIds.get(team);
    await useCases.inviteUser(by, { name, email, role, teamIds: teamId ? [teamId] : [] });
  }
  for (const { hears, ...channel } of DEMO_CHANNELS) {
    const { channelId } = await useCases.createChannel(by, channel);
    if (!hears) continue;
    const { rule: name, severities } = hears;
    const any = { services: null, kinds: null, matchers: [] };
    await useCases.createRule(by, { name, channelId, enabled: true, severities, ...any });
  }
  await useCases.createIntegration(by, {
    name: 'Alertmanager shop-eu-1',
    service: null,
    teamId: null,
  });
  await useCases.createApiKey(by, {
    name: 'Weekly report',
    scopes: ['incidents:read', 'metrics:read'],
    teamId: null,
    expiresAt: null,
  });
}
