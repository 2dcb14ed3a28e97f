import type { Transaction, UnitOfWork } from '@klaxon/application';
import { withRetries } from '../database/database-errors.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { prismaAlertRepository } from './prisma-alert-repository.ts';
import { prismaApiKeyRepository } from './prisma-api-key-repository.ts';
import { prismaAuditLog } from './prisma-audit-log.ts';
import { prismaChannelRepository } from './prisma-channel-repository.ts';
import { prismaDeliveryRepository } from './prisma-delivery-repository.ts';
import { prismaIncidentRepository } from './prisma-incident-repository.ts';
import { prismaIntegrationRepository } from './prisma-integration-repository.ts';
import { prismaInvitationRepository } from './prisma-invitation-repository.ts';
import { prismaJobQueue } from './prisma-job-queue.ts';
import { prismaKnownPlaceRepository } from './prisma-known-place-repository.ts';
import { prismaRuleRepository } from './prisma-rule-repository.ts';
import { prismaServiceRepository } from './prisma-service-repository.ts';
import { prismaSessionRepository } from './prisma-session-repository.ts';
import { prismaTeamRepository } from './prisma-team-repository.ts';
import { prismaTimeline } from './prisma-timeline.ts';
import { prismaUserRepository } from './prisma-user-repository.ts';

const LIMITS = { maxWait: 5_000, timeout: 10_000 };

export function prismaUnitOfWork(prisma: PrismaClient): UnitOfWork {
  return {
    run: (work) => withRetries(() => prisma.$transaction((tx) => work(transactionOn(tx)), LIMITS)),
  };
}

function transactionOn(tx: Prisma.TransactionClient): Transaction {
  return {
    incidents: prismaIncidentRepository(tx),
    alerts: prismaAlertRepository(tx),
    timeline: prismaTimeline(tx),
    jobs: prismaJobQueue(tx),
    deliveries: prismaDeliveryRepository(tx),
    channels: prismaChannelRepository(tx),
    rules: prismaRuleRepository(tx),
    users: prismaUserRepository(tx),
    teams: prismaTeamRepository(tx),
    services: prismaServiceRepository(tx),
    sessions: prismaSessionRepository(tx),
    invitations: prismaInvitationRepository(tx),
    knownPlaces: prismaKnownPlaceRepository(tx),
    apiKeys: prismaApiKeyRepository(tx),
    integrations: prismaIntegrationRepository(tx),
    audit: prismaAuditLog(tx),
  };
}
