import { PasswordInput, Switch, Textarea, TextInput } from '@mantine/core';
import type { ChannelField } from './channel-types.ts';

interface Props {
  field: ChannelField;
  value: string;
  /** Whether the secret is there already: what it is, nobody learns. */
  isSet: boolean;
  /** What is shown of the address that is set. */
  shown: string | null;
  /** Whether the secret that is there would go elsewhere, and must be entered again. */
  askedAgain: boolean;
  error: string | false;
  onChange: (value: string) => void;
}

export function ChannelFieldInput(props: Props) {
  const { field, value, isSet, shown, askedAgain, error, onChange } = props;
  const { kind, part, label, help, placeholder, required } = field;
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
    ...(placeholder !== null && { placeholder }),
  };
  if (part === 'secrets')
    return (
      <PasswordInput
        {...input}
        autoComplete="new-password"
        required={askedAgain || (required && !isSet)}
        {...(isSet && { placeholder: 'Set. Leave empty to keep it.' })}
        {...(askedAgain && { placeholder: 'Enter it again: it goes elsewhere now.' })}
      />
    );
  if (kind === 'emails')
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
