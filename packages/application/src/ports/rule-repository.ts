import type { Instant, NotificationRule } from '@klaxon/domain';

export interface RuleRecord extends NotificationRule {
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** Notification rules inside a transaction. A read locks the row. */
export interface RuleRepository {
  /** @throws DomainError `not-found` */
  get(id: string): Promise<RuleRecord>;
  insert(rule: RuleRecord): Promise<void>;
  update(rule: RuleRecord): Promise<void>;
  /** @throws DomainError `not-found` */
  delete(id: string): Promise<void>;
  deleteOfChannel(channelId: string): Promise<void>;
}
