import { NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { faultsOf } from '../../shared/faults.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import type { Integration } from './integration-dialog.tsx';
import { IntegrationKeyDialog } from './integration-key-dialog.tsx';

const OVERLAPS = [
  { value: '0', label: 'Not at all: it ends at once' },
  { value: '3600', label: 'An hour' },
  { value: '86400', label: 'A day' },
  { value: '604800', label: 'A week' },
];

export function RotateKeyDialog({
  integration: { id, name },
  onClose,
}: {
  integration: Integration;
  onClose: () => void;
}) {
  const [overlap, setOverlap] = useState('86400');
  const rotate = api.useMutation('post', '/api/integrations/{id}/rotate-key', {
    meta: { saysItself: true },
  });
  const faults = faultsOf(rotate.error, ['overlap_seconds']);
  if (rotate.data) return <IntegrationKeyDialog name={name} made={rotate.data} onClose={onClose} />;
  return (
    <FormDialog
      title={`A new key for ${name}`}
      submit="Make the key"
      onSubmit={() =>
        rotate.mutate({
          params: { path: { id } },
          body: { overlap_seconds: Number(overlap) },
        })
      }
      onClose={onClose}
      pending={rotate.isPending}
      error={faults.rest}
    >
      <Text size="sm">
        Put the new key where the old one is used before that one ends: alerts that come with a key
        that has ended are refused.
      </Text>
      <NativeSelect
        label="How long the old key goes on"
        data={OVERLAPS}
        value={overlap}
        error={faults.at('overlap_seconds')}
        onChange={({ currentTarget }) => setOverlap(currentTarget.value)}
      />
    </FormDialog>
  );
}
