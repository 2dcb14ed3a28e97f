import { Checkbox, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { faultsOf } from '../shared/faults.ts';
import { FormDialog } from '../shared/form-dialog.tsx';
import { ChannelFieldInput } from './channel-field-input.tsx';
import {
  CHANNEL_TYPES,
  type Channel,
  type ChannelType,
  channelFields,
  type SlackWay,
} from './channel-fields.ts';
import {
  type ChannelValues,
  changedChannelSettings,
  isAskedAnew,
  newChannelSettings,
  slackWayOf,
  valuesOf,
} from './channel-values.ts';
import { NewSecretDialog } from './new-secret-dialog.tsx';
import { SlackWayChoice } from './slack-way-choice.tsx';
import { useSaveChannel } from './use-save-channel.ts';

/** Sets a channel up, or changes one. */
export function ChannelDialog({
  channel,
  onClose,
}: {
  channel: Channel | null;
  onClose: () => void;
}) {
  const [name, setName] = useState(channel?.name ?? '');
  const [type, setType] = useState<ChannelType>(channel?.type ?? 'slack');
  const [way, setWay] = useState<SlackWay>(slackWayOf(channel));
  const [fallback, setFallback] = useState(channel?.fallback ?? false);
  const [newSecret, setNewSecret] = useState(false);
  const [values, setValues] = useState<ChannelValues>(channel ? valuesOf(channel) : {});
  const { create, edit } = useSaveChannel(onClose);

  const { error, isPending, data: saved } = channel ? edit : create;
  const fields = channelFields(type, way);
  const faults = faultsOf(error, ['name', ...fields.map(({ path }) => path)]);
  const submit = () => {
    if (!channel) {
      const settings = newChannelSettings(type, way, values);
      return create.mutate({ body: { name, type, fallback, ...settings } });
    }
    const settings = changedChannelSettings(channel, way, values, { newSecret });
    edit.mutate({ params: { path: { id: channel.id } }, body: { name, fallback, ...settings } });
  };
  if (typeof saved?.generated_secret === 'string')
    return <NewSecretDialog name={name} secret={saved.generated_secret} onClose={onClose} />;
  return (
    <FormDialog
      title={channel ? `Edit ${channel.name}` : 'Add a channel'}
      submit={channel ? 'Save' : 'Add the channel'}
      onSubmit={submit}
      onClose={onClose}
      pending={isPending}
      error={faults.rest}
    >
      {!channel && (
        <NativeSelect
          label="Type"
          data={[...CHANNEL_TYPES]}
          value={type}
          onChange={({ currentTarget }) =>
            setType(CHANNEL_TYPES.find(({ value }) => value === currentTarget.value)?.value ?? type)
          }
        />
      )}
      <TextInput
        label="Name"
        description="What people call it."
        required
        value={name}
        error={faults.at('name')}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      {type === 'slack' && <SlackWayChoice way={way} onChange={setWay} />}
      {fields.map((field) => (
        <ChannelFieldInput
          key={field.path}
          field={field}
          value={values[field.path] ?? ''}
          isSet={channel?.secrets[field.name] === 'set'}
          shown={channel && field.kind === 'address' ? String(channel.config[field.name]) : null}
          anew={isAskedAnew(channel, field, values, { newSecret })}
          error={faults.at(field.path)}
          onChange={(value) => setValues({ ...values, [field.path]: value })}
        />
      ))}
      {channel?.type === 'webhook' && (
        <Checkbox
          label="Make a new signing secret"
          description="It is shown once; the one before stops working at once."
          checked={newSecret}
          onChange={({ currentTarget }) => setNewSecret(currentTarget.checked)}
        />
      )}
      <Switch
        label="Fallback"
        description="Tell it only when all other channels have failed."
        checked={fallback}
        onChange={({ currentTarget }) => setFallback(currentTarget.checked)}
      />
    </FormDialog>
  );
}
