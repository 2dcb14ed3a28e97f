import { ActionIcon, Button, Group, Input, NativeSelect, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type MatcherValue, withNewMatcher } from './rule-values.ts';

/** What the labels of an incident must be, one row each. */
export function MatcherInputs({
  matchers,
  error,
  onChange,
}: {
  matchers: readonly MatcherValue[];
  error: string | false;
  onChange: (matchers: readonly MatcherValue[]) => void;
}) {
  const set = (key: number, change: Partial<MatcherValue>) =>
    onChange(matchers.map((one) => (one.key === key ? { ...one, ...change } : one)));
  return (
    <Stack gap="xs" role="group" aria-label="Labels">
      <div>
        <Input.Label component="div" labelElement="div">
          Labels
        </Input.Label>
        <Input.Description>All of them must be so. None: any.</Input.Description>
      </div>
      {matchers.map(({ key, name, value, negated }, index) => (
        <Group key={key} gap="xs" wrap="nowrap">
          <TextInput
            aria-label={`Label ${index + 1}`}
            placeholder="team"
            flex={1}
            value={name}
            onChange={({ currentTarget }) => set(key, { name: currentTarget.value })}
          />
          <NativeSelect
            aria-label={`How label ${index + 1} is compared`}
            data={['is', 'is not']}
            value={negated ? 'is not' : 'is'}
            onChange={({ currentTarget }) =>
              set(key, { negated: currentTarget.value === 'is not' })
            }
          />
          <TextInput
            aria-label={`Value of label ${index + 1}`}
            placeholder="payments"
            flex={1}
            value={value}
            onChange={({ currentTarget }) => set(key, { value: currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove label ${index + 1}`}
            onClick={() => onChange(matchers.filter((one) => one.key !== key))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      {error !== false && <Input.Error>{error}</Input.Error>}
      <Group>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange(withNewMatcher(matchers))}
        >
          Add a label
        </Button>
      </Group>
    </Stack>
  );
}
