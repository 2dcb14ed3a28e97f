import { Checkbox, Group, Switch, TagsInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../api/klaxon.ts';
import { faultsOf } from '../shared/faults.ts';
import { FormDialog } from '../shared/form-dialog.tsx';
import { SEVERITIES } from '../shared/severity-badge.tsx';
import { useServiceNames } from '../shared/use-service-names.ts';
import type { Channel } from './channel-types.ts';
import { MatcherInputs } from './matcher-inputs.tsx';
import { kindsToSend, partsOf, type RuleValues, ruleValuesOf } from './rule-values.ts';
import { describeRule, KINDS, kindInWords, type Rule } from './rule-words.ts';

const PATHS = ['name', 'severities', 'services', 'kinds', 'matchers'];

/** Makes a rule of a channel, or changes one. */
export function RuleDialog({
  channel,
  rule,
  onClose,
}: {
  channel: Channel;
  rule: Rule | null;
  onClose: () => void;
}) {
  const [name, setName] = useState(rule?.name ?? '');
  const [enabled, setEnabled] = useState(rule?.enabled ?? true);
  const [values, setValues] = useState<RuleValues>(ruleValuesOf(rule));
  const services = useServiceNames();
  const options = { meta: { saysItself: true }, onSuccess: onClose };
  const create = api.useMutation('post', '/api/notification-rules', options);
  const edit = api.useMutation('patch', '/api/notification-rules/{id}', options);
  const { error, isPending } = rule ? edit : create;

  const parts = partsOf(values);
  const faults = faultsOf(error, PATHS);
  const submit = () => {
    const { kinds, ...others } = parts;
    const body = { name, enabled, ...others, ...kindsToSend(kinds, rule) };
    if (rule) edit.mutate({ params: { path: { id: rule.id } }, body });
    else create.mutate({ body: { channel_id: channel.id, ...body } });
  };
  const set = (change: Partial<RuleValues>) => setValues({ ...values, ...change });
  return (
    <FormDialog
      title={rule ? `Edit the rule ${rule.name}` : `Add a rule to ${channel.name}`}
      submit={rule ? 'Save' : 'Add the rule'}
      onSubmit={submit}
      onClose={onClose}
      pending={isPending}
      error={faults.rest}
    >
      <TextInput
        label="Name"
        description="Why the channel is told: it stands beside what was told by this rule."
        placeholder="Only the bad ones"
        required
        value={name}
        error={faults.at('name')}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Checkbox.Group
        label="Severities"
        description="None ticked: any."
        value={[...values.severities]}
        error={faults.at('severities')}
        onChange={(chosen) =>
          set({ severities: SEVERITIES.filter((severity) => chosen.includes(severity)) })
        }
      >
        <Group mt="xs">
          {SEVERITIES.map((severity) => (
            <Checkbox key={severity} value={severity} label={severity} />
          ))}
        </Group>
      </Checkbox.Group>
      <TagsInput
        label="Services"
        description="Type one and press Enter. None: any."
        data={services.filter((service) => !values.services.includes(service))}
        splitChars={[]}
        acceptValueOnBlur
        value={[...values.services]}
        error={faults.at('services')}
        onChange={(chosen) => set({ services: chosen })}
      />
      <Checkbox
        label="Incidents of no service"
        checked={values.noService}
        onChange={({ currentTarget }) => set({ noService: currentTarget.checked })}
      />
      <Checkbox.Group
        label="What it is told"
        description="None ticked: all news."
        value={[...values.kinds]}
        error={faults.at('kinds')}
        onChange={(chosen) => set({ kinds: KINDS.filter((kind) => chosen.includes(kind)) })}
      >
        <Group mt="xs">
          {KINDS.map((kind) => (
            <Checkbox key={kind} value={kind} label={kindInWords(kind)} />
          ))}
        </Group>
      </Checkbox.Group>
      <MatcherInputs
        matchers={values.matchers}
        error={faults.at('matchers')}
        onChange={(matchers) => set({ matchers })}
      />
      <Switch
        label="On"
        description="Off, it counts for nothing; a channel whose rules are all off hears nothing."
        checked={enabled}
        onChange={({ currentTarget }) => setEnabled(currentTarget.checked)}
      />
      <Text size="sm" role="status">
        It hears: {describeRule(parts)}.
      </Text>
    </FormDialog>
  );
}
