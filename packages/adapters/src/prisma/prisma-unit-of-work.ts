import type { Transaction, UnitOfWork } from '@klaxon/application';
import { withRetries } from '../database/database-errors.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { prismaAlertRepository } from './prisma-alert-repository.ts';
import { prismaChannelRepository } from './prisma-channel-repository.ts';
import { prismaDeliveryRepository } from './prisma-delivery-repository.ts';
import { prismaIncidentRepository } from './prisma-incident-repository.ts';
import { prismaJobQueue } from './prisma-job-queue.ts';
import { prismaRuleRepository } from './prisma-rule-repository.ts';
import { prismaTimeline } from './prisma-timeline.ts';

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
  };
}
