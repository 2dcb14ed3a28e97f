import { Checkbox, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Dialog } from '../shared/dialog.tsx';
import { faultsOf } from '../shared/faults.ts';
import { FormDialog } from '../shared/form-dialog.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { ChannelFieldInput } from './channel-field-input.tsx';
import { type Channel, type ChannelType, fieldsIn, isSet, pathOf, wayOf } from './channel-types.ts';
import {
  type ChannelValues,
  changedChannelSettings,
  isAskedAgain,
  newChannelSettings,
  valuesOf,
} from './channel-values.ts';
import { NewSecretDialog } from './new-secret-dialog.tsx';
import { useChannelTypes } from './use-channel-types.ts';
import { useSaveChannel } from './use-save-channel.ts';
import { WayChoice } from './way-choice.tsx';

interface Props {
  channel: Channel | null;
  onClose: () => void;
}

interface FormValues extends ChannelValues {
  readonly name: string;
  readonly way: string | null;
  readonly fallback: boolean;
  readonly newSecret: boolean;
  readonly type: string;
}

const titleOf = (channel: Channel | null) => (channel ? `Edit ${channel.name}` : 'Add a channel');

/** Sets a channel up, or changes one. */
export function ChannelDialog({ channel, onClose }: Props) {
  const query = useChannelTypes();
  const types = query.data?.channel_types;
  // Of a type that only a newer Klaxon knows, the fields are not known here, and stay as they are.
  const type = channel
    ? (types?.find((one) => one.type === channel.type) ?? unknownType(channel.type))
    : types?.[0];
  if (types && type)
    return <ChannelForm channel={channel} types={types} type={type} onClose={onClose} />;
  return (
    <Dialog title={titleOf(channel)} onClose={onClose}>
      <Loaded query={query}>{() => null}</Loaded>
    </Dialog>
  );
}

function unknownType(type: string): ChannelType {
  return { type, label: type, ways: [], fields: [] };
}

function ChannelForm({
  channel,
  types,
  type: initialType,
  onClose,
}: Props & { types: readonly ChannelType[]; type: ChannelType }) {
  const form = useForm<FormValues>({
    initialValues: {
      name: channel?.name ?? '',
      type: initialType.type,
      way: wayOf(initialType, channel),
      fallback: channel?.fallback ?? false,
      newSecret: false,
      ...valuesOf(initialType, channel),
    },
  });
  const { name, way, fallback, newSecret } = form.values;
  const type = types.find((one) => one.type === form.values.type) ?? initialType;
  const { create, edit } = useSaveChannel(onClose);
  const { error, isPending, data: saved } = channel ? edit : create;
  const fields = fieldsIn(type, way);
  const faults = faultsOf(error, ['name', ...fields.map(pathOf)]);

  const choose = (chosen: string) => {
    const next = types.find((one) => one.type === chosen) ?? type;
    form.setValues({ type: next.type, way: wayOf(next, null), ...valuesOf(next, null) });
  };
  const submit = () => {
    if (!channel) {
      const settings = newChannelSettings(type, way, form.values);
      return create.mutate({ body: { name, type: type.type, fallback, ...settings } });
    }
    const settings = changedChannelSettings(type, channel, way, form.values, { newSecret });
    edit.mutate({ params: { path: { id: channel.id } }, body: { name, fallback, ...settings } });
  };
  if (typeof saved?.generated_secret === 'string')
    return <NewSecretDialog name={name} secret={saved.generated_secret} onClose={onClose} />;
  return (
    <FormDialog
      title={titleOf(channel)}
      submit={channel ? 'Save' : 'Add the channel'}
      onSubmit={submit}
      onClose={onClose}
      pending={isPending}
      error={faults.rest}
    >
      {!channel && (
        <NativeSelect
          label="Type"
          data={types.map((one) => ({ value: one.type, label: one.label }))}
          value={type.type}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
      )}
      <TextInput
        label="Name"
        description="What people call it."
        required
        {...form.getInputProps('name')}
        error={faults.at('name')}
      />
      {type.ways.length > 0 && (
        <WayChoice
          ways={type.ways}
          way={way}
          onChange={(chosen) => form.setFieldValue('way', chosen)}
        />
      )}
      {fields.map((field) => (
        <ChannelFieldInput
          key={pathOf(field)}
          field={field}
          value={form.values[field.part][field.name] ?? ''}
          isSet={field.part === 'secrets' && channel !== null && isSet(channel, field)}
          shown={channel && field.shortened ? String(channel.config[field.name]) : null}
          askedAgain={isAskedAgain(type, channel, field, form.values, { newSecret })}
          error={faults.at(pathOf(field))}
          onChange={(value) => form.setFieldValue(pathOf(field), value)}
        />
      ))}
      {channel && type.fields.some((field) => field.made_up) && (
        <Checkbox
          label="Make a new signing secret"
          description="It is shown once; the one before stops working at once."
          {...form.getInputProps('newSecret', { type: 'checkbox' })}
        />
      )}
      <Switch
        label="Fallback"
        description="Tell it only when all other channels have failed."
        {...form.getInputProps('fallback', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}
