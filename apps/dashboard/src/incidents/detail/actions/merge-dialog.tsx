import { Group, Radio, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../api/klaxon.ts';
import { Ago } from '../../../shared/ago.tsx';
import { faultsOf } from '../../../shared/faults.ts';
import { FormDialog } from '../../../shared/form-dialog.tsx';
import { Loaded } from '../../../shared/loaded.tsx';
import { SeverityBadge } from '../../../shared/severity-badge.tsx';
import type { Incident } from '../../incident.ts';
import type { DialogProps } from './dialogs.ts';

const SHOWN = 11;

export function MergeDialog({ incident, onClose }: DialogProps) {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const [chosen, setChosen] = useState('');
  const [tried, setTried] = useState(false);
  const candidates = api.useQuery(
    'get',
    '/api/incidents',
    {
      params: {
        query: { status: ['open', 'acknowledged'], limit: SHOWN, ...(q !== '' && { q }) },
      },
    },
    { placeholderData: keepPreviousData },
  );
  // What another search took out of sight is not chosen any more.
  const target = candidates.data?.incidents.some(({ id }) => id === chosen) ? chosen : '';
  const merge = api.useMutation('post', '/api/incidents/{id}/merge', {
    meta: { saysItself: true },
    onSuccess: ({ id, number }) => {
      notifications.show({ message: `#${incident.number} was merged into #${number}.` });
      navigate(`/incidents/${id}`);
    },
  });
  const submit = () => {
    setTried(true);
    if (target !== '')
      merge.mutate({ params: { path: { id: incident.id } }, body: { into_id: target } });
  };
  return (
    <FormDialog
      title={`Merge #${incident.number} into another`}
      submit="Merge"
      onSubmit={submit}
      onClose={onClose}
      pending={merge.isPending}
      error={
        tried && target === ''
          ? 'Choose the incident that goes on.'
          : faultsOf(merge.error, []).rest
      }
    >
      <Text size="sm">
        This incident ends. The other one takes its alerts, and those that its group sends from now
        on.
      </Text>
      <TextInput
        data-autofocus
        type="search"
        label="Search"
        placeholder="Title, or #number"
        maxLength={200}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Loaded query={candidates}>
        {({ incidents }) => (
          <Candidates
            incidents={incidents.filter(({ id }) => id !== incident.id)}
            target={target}
            onChoose={setChosen}
          />
        )}
      </Loaded>
    </FormDialog>
  );
}

interface CandidatesProps {
  readonly incidents: readonly Incident[];
  readonly target: string;
  readonly onChoose: (id: string) => void;
}

function Candidates({ incidents, target, onChoose }: CandidatesProps) {
  if (incidents.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No other unresolved incident matches.
      </Text>
    );
  return (
    <Radio.Group label="The incident that goes on" value={target} onChange={onChoose}>
      <ScrollArea.Autosize mah={280}>
        <Stack gap="xs" mt="xs">
          {incidents.map(({ id, number, title, severity, created_at }) => (
            <Radio
              key={id}
              value={id}
              label={
                <Group gap="xs" component="span">
                  <SeverityBadge severity={severity} />
                  <Text size="sm" component="span" lineClamp={2}>
                    #{number} <bdi>{title}</bdi>
                  </Text>
                  <Text size="sm" c="dimmed" component="span">
                    <Ago at={created_at} />
                  </Text>
                </Group>
              }
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Radio.Group>
  );
}
