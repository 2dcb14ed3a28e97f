import { ActionIcon, Badge, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../session/session.ts';
import type { Channel } from './channel-types.ts';
import { DeleteRuleDialog } from './delete-rule-dialog.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { describeRule, type Rule } from './rule-words.ts';

type Opened =
  | { readonly kind: 'edit'; readonly rule: Rule | null }
  | { readonly kind: 'delete'; readonly rule: Rule };

/** What a channel hears. */
export function ChannelRules({ channel, rules }: { channel: Channel; rules: readonly Rule[] }) {
  const mayWrite = useMay('channels:write');
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3} size="sm">
          What it hears
        </Title>
        {mayWrite && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOpened({ kind: 'edit', rule: null })}
            aria-label={`Add a rule to ${channel.name}`}
          >
            Add a rule
          </Button>
        )}
      </Group>
      {rules.length === 0 ? (
        <Text size="sm" c="dimmed">
          No rules: it hears everything.
        </Text>
      ) : (
        <List
          listStyleType="none"
          spacing={6}
          styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}
        >
          {rules.map((rule) => (
            <List.Item key={rule.id}>
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <RuleText rule={rule} />
                {mayWrite && (
                  <Group gap={4} wrap="nowrap">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Edit the rule ${rule.name}`}
                      onClick={() => setOpened({ kind: 'edit', rule })}
                    >
                      <IconPencil size={16} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Delete the rule ${rule.name}`}
                      onClick={() => setOpened({ kind: 'delete', rule })}
                    >
                      <IconTrash size={16} />
                    </ActionIcon>
                  </Group>
                )}
              </Group>
            </List.Item>
          ))}
        </List>
      )}
      {rules.length > 0 && rules.every(({ enabled }) => !enabled) && (
        <Text size="sm" c="var(--mantine-color-error)">
          All its rules are off, so it hears nothing.
        </Text>
      )}
      {opened?.kind === 'edit' && (
        <RuleDialog channel={channel} rule={opened.rule} onClose={close} />
      )}
      {opened?.kind === 'delete' && <DeleteRuleDialog rule={opened.rule} onClose={close} />}
    </Stack>
  );
}

function RuleText({ rule }: { rule: Rule }) {
  return (
    <div>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {rule.name}
        </Text>
        {!rule.enabled && (
          <Badge size="sm" variant="outline" color="gray" radius="sm">
            Off
          </Badge>
        )}
      </Group>
      <Text size="sm" lineClamp={4}>
        {describeRule(rule)}
      </Text>
    </div>
  );
}
