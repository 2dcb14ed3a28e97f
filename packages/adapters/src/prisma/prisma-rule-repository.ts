import type { RuleRepository } from '@klaxon/application';
import { type DomainError, notFound } from '@klaxon/domain';
import type { Prisma } from './generated/client.ts';
import { ruleColumns, ruleFrom } from './rule-mapper.ts';

export function prismaRuleRepository(tx: Prisma.TransactionClient): RuleRepository {
  return {
    async get(id) {
      await tx.$queryRaw`SELECT id FROM notification_rules WHERE id = ${id}::uuid FOR UPDATE`;
      const row = await tx.notificationRule.findUnique({ where: { id } });
      if (!row) throw noRule(id);
      return ruleFrom(row);
    },

    async insert(rule) {
      const { id, createdAt } = rule;
      const data = { ...ruleColumns(rule), id, createdAt: new Date(createdAt) };
      await tx.notificationRule.create({ data, select: { id: true } });
    },

    async update(rule) {
      const data = ruleColumns(rule);
      await tx.notificationRule.update({ where: { id: rule.id }, data, select: { id: true } });
    },

    async delete(id) {
      const { count } = await tx.notificationRule.deleteMany({ where: { id } });
      if (count === 0) throw noRule(id);
    },

    async deleteOfChannel(channelId) {
      await tx.notificationRule.deleteMany({ where: { channelId } });
    },
  };
}

function noRule(id: string): DomainError {
  return notFound(`There is no notification rule ${id}.`);
}
