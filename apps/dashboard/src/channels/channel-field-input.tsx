import { PasswordInput, Switch, Textarea, TextInput } from '@mantine/core';
import type { ChannelField } from './channel-fields.ts';

interface Props {
  field: ChannelField;
  value: string;
  /** Whether the secret is there already: what it is, nobody is told. */
  isSet: boolean;
  /** What is shown of the address that is set. */
  shown: string | null;
  /** Whether the secret that is there would go elsewhere, and must be entered again. */
  anew: boolean;
  error: string | false;
  onChange: (value: string) => void;
}

export function ChannelFieldInput({ field, value, isSet, shown, anew, error, onChange }: Props) {
  const { kind, label, help, placeholder, required } = field;
  if (kind === 'switch')
    return (
      <Switch
        label={label}
        description={help}
        checked={value === 'true'}
        error={error}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? 'true' : '')}
      />
    );
  const input = {
    label,
    description: help,
    value,
    error,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange(currentTarget.value),
    ...(placeholder !== undefined && { placeholder }),
  };
  if (kind === 'secret')
    return (
      <PasswordInput
        {...input}
        autoComplete="new-password"
        required={anew || (required && !isSet)}
        {...(isSet && { placeholder: 'Set. Leave empty to keep it.' })}
        {...(anew && { placeholder: 'Enter it again: it goes elsewhere now.' })}
      />
    );
  if (kind === 'list')
    return <Textarea {...input} required={required} autosize minRows={2} maxRows={8} />;
  return (
    <TextInput
      {...input}
      required={required && shown === null}
      {...(shown !== null && { placeholder: `${shown} Leave empty to keep it.` })}
      {...(kind === 'number' && { inputMode: 'numeric' as const })}
    />
  );
}
