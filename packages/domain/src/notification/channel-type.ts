import type { Fault } from '../shared/errors.ts';

/** Fields as a person sends them or the database keeps them. */
export type GivenFields = Readonly<Record<string, unknown>>;

/** `config` may be shown, `secrets` never; fields have the names under which people send them. Null: not set. */
export interface ChannelFields {
  readonly config: GivenFields;
  readonly secrets: GivenFields;
}

/** How a channel reaches people. */
export interface ChannelSettings extends ChannelFields {
  readonly type: string;
}

/** What a text must look like, and how that is said. */
export interface TextShape {
  readonly pattern: RegExp;
  readonly message: string;
}

/** What a field takes. A number has its fallback where none is given, a switch is off then. */
type FieldKind =
  | { readonly kind: 'text'; readonly required?: true; readonly shape?: TextShape }
  | {
      readonly kind: 'address';
      readonly required?: true;
      readonly protocols: readonly string[];
      /** Entered among the settings and kept among the secrets: a part of it is all that is ever shown. */
      readonly shortened?: true;
    }
  | {
      readonly kind: 'number';
      readonly required?: never;
      readonly min: number;
      readonly max: number;
      readonly fallback?: number;
    }
  | { readonly kind: 'switch'; readonly required?: never }
  | { readonly kind: 'email' | 'emails'; readonly required: true };

/** One field of a channel: what it must be, what it is called, and which variable of the environment fills it. */
export type ChannelField = FieldKind & {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly placeholder?: string;
  /** Kept encrypted, and never shown. */
  readonly secret?: true;
  /** Klaxon makes one up where none is given, and shows it once. */
  readonly madeUp?: true;
  /** Says where secrets go, so that they are to be given again with a change; of a switch, where it goes off. */
  readonly destination?: true;
  /** Another field, without which this one means nothing, and the other way round. */
  readonly goesWith?: string;
  /** Belongs to this way of reaching people alone, and is required there; `check` holds that. */
  readonly way?: string;
  readonly variable?: string;
};

/** One of several ways to reach people through the same provider. */
export interface ChannelWay {
  readonly value: string;
  readonly label: string;
  readonly help: string;
}

/** All that Klaxon knows of a kind of channel before there is one. */
export interface ChannelType {
  readonly type: string;
  readonly label: string;
  readonly fields: readonly ChannelField[];
  /** Where there are several. The first is the usual one. */
  readonly ways?: readonly ChannelWay[];
  /** The fields whose variables set up a channel of this type, all of them together. */
  readonly setBy?: readonly string[];
  /** What is wrong between fields. No fault repeats a value. */
  readonly check?: (fields: ChannelFields) => readonly Fault[];
  /** Where it leads, in a sentence. */
  readonly summary: (config: GivenFields) => string;
}

/** The types that this process knows, by name. */
export type ChannelTypes = ReadonlyMap<string, ChannelType>;

export function partOf({ secret }: ChannelField): 'config' | 'secrets' {
  return secret ? 'secrets' : 'config';
}

/** Whether the field is kept among the secrets, and shown among the settings in part. */
export function isShownInPart(field: ChannelField): boolean {
  return field.kind === 'address' && field.shortened === true;
}
