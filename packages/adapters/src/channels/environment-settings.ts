import {
  type ChannelField,
  type ChannelFields,
  type ChannelSettings,
  DomainError,
  type Fault,
  partOf,
  readChannelSettings,
} from '@klaxon/domain';
import type { ChannelProvider } from './channel-provider.ts';
import { CHANNEL_PROVIDERS } from './channel-providers.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** The channels that the environment sets up, and what is wrong with its variables, none of which is repeated. */
export interface EnvironmentReport {
  readonly channels: readonly ChannelSettings[];
  readonly faults: readonly string[];
}

/** Every variable that says something of a channel or of its provider's API. */
export const CHANNEL_VARIABLES: readonly string[] = CHANNEL_PROVIDERS.flatMap(({ api, fields }) => [
  ...(api ? [api.variable] : []),
  ...fields.flatMap(({ variable }) => variable ?? []),
]);

export function readEnvironmentChannels(variables: Variables): EnvironmentReport {
  const reports = CHANNEL_PROVIDERS.map((provider) => readChannel(provider, variables));
  return {
    channels: reports.flatMap(({ channels }) => channels),
    faults: reports.flatMap(({ faults }) => faults),
  };
}

function readChannel(provider: ChannelProvider, variables: Variables): EnvironmentReport {
  const { fields, setBy = [], completeFromEnvironment = (given) => given } = provider;
  const isSet = (name: string) => variables[variableOf(fields, name)] !== undefined;
  if (!setBy.some(isSet)) return { channels: [], faults: [] };
  const pairs = fields.flatMap(({ goesWith, name }) => (goesWith ? [[goesWith, name]] : []));
  const halves = [setBy, ...pairs].filter((names) => names.some(isSet) && !names.every(isSet));
  const given = completeFromEnvironment(givenIn(fields, variables));
  const report = read(provider, given);
  const others = report.faults.filter(({ path }) => !halves.flat().includes(nameIn(path)));
  const [first = ''] = setBy;
  return {
    channels: report.channels,
    faults: [
      ...halves.map(
        (names) =>
          `${names.map((name) => variableOf(fields, name)).join(' and ')} must be set together`,
      ),
      ...others.map(({ path, message }) => {
        const variable = variableOf(fields, nameIn(path));
        return variables[variable] === undefined
          ? `${variable} must be set, since ${variableOf(fields, first)} is`
          : `${variable} ${message}`;
      }),
    ],
  };
}

function read(
  provider: ChannelProvider,
  given: ChannelFields,
): { readonly channels: readonly ChannelSettings[]; readonly faults: readonly Fault[] } {
  try {
    return { channels: [readChannelSettings(provider, given)], faults: [] };
  } catch (error) {
    if (error instanceof DomainError) return { channels: [], faults: error.faults };
    throw error;
  }
}

function givenIn(fields: readonly ChannelField[], variables: Variables): ChannelFields {
  const part = (wanted: 'config' | 'secrets') =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const text = variables[field.variable ?? ''];
        return text === undefined || partOf(field) !== wanted
          ? []
          : [[field.name, givenBy(field, text)] as const];
      }),
    );
  return { config: part('config'), secrets: part('secrets') };
}

/** What cannot be read stays text, which the field refuses. */
function givenBy({ kind }: ChannelField, text: string): unknown {
  switch (kind) {
    case 'number':
      return /^\d+$/.test(text) ? Number(text) : text;
    case 'switch':
      if (/^(true|yes|on|1)$/i.test(text)) return true;
      return /^(false|no|off|0)$/i.test(text) ? false : text;
    case 'emails':
      return text
        .split(',')
        .map((address) => address.trim())
        .filter((address) => address !== '');
    default:
      return text;
  }
}

function variableOf(fields: readonly ChannelField[], name: string): string {
  return fields.find((field) => field.name === name)?.variable ?? name;
}

/** `config.to.1` is a fault of `to`. */
function nameIn(path: string): string {
  return path.split('.')[1] ?? path;
}
