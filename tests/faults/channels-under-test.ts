import {
  httpDouble,
  SLACK_CHANNEL,
  SLACK_TOKEN,
  slackDouble,
  smtpDouble,
  TELEGRAM_CHAT_ID,
  TELEGRAM_TOKEN,
  telegramDouble,
} from '@klaxon/testing/doubles';
import { type Gate, makeGate } from '../support/gate.ts';
import type { SecuredKlaxon } from '../support/secured-klaxon.ts';

/** A provider behind a gate, and what it has received. */
export interface ChannelUnderTest {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  readonly gate: Gate;
  /** Makes the channel, where the environment does not. */
  setUp?(klaxon: SecuredKlaxon): Promise<void>;
  /** Everything that reached the provider whole, answered or not. */
  received(): readonly string[];
  /** Receive, and do not answer. */
  hold(): void;
  answer(): void;
  close(): Promise<void>;
}

export async function emailUnderTest(): Promise<ChannelUnderTest> {
  const raws: string[] = [];
  let holding = false;
  const server = await smtpDouble({
    onData(stream, _session, done) {
      let raw = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        raw += chunk;
      });
      stream.on('end', () => {
        raws.push(raw);
        if (!holding) done();
      });
    },
  });
  const gate = await makeGate(server);
  return {
    name: 'e-mail',
    env: {
      EMAIL_SMTP_HOST: '127.0.0.1',
      EMAIL_SMTP_PORT: String(gate.port),
      EMAIL_FROM: 'klaxon@example.test',
      EMAIL_TO: 'oncall@example.test',
    },
    gate,
    received: () => raws,
    hold: () => {
      holding = true;
    },
    answer: () => {
      holding = false;
    },
    async close() {
      await gate.close();
      await server.close();
    },
  };
}

export async function slackUnderTest(): Promise<ChannelUnderTest> {
  const slack = await slackDouble();
  const gate = await makeGate({ port: Number(new URL(slack.url).port) });
  return {
    name: 'Slack',
    env: {
      SLACK_TOKEN,
      SLACK_CHANNEL,
      SLACK_API_URL: `http://127.0.0.1:${gate.port}`,
    },
    gate,
    received: () => slack.requests.map(({ raw }) => raw),
    hold: () => slack.answerAlways('hang'),
    answer: () => slack.answerAlways(null),
    async close() {
      await gate.close();
      await slack.close();
    },
  };
}

export async function telegramUnderTest(): Promise<ChannelUnderTest> {
  const telegram = await telegramDouble();
  const gate = await makeGate({ port: Number(new URL(telegram.url).port) });
  return {
    name: 'Telegram',
    env: {
      TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
      TELEGRAM_CHAT_ID,
      TELEGRAM_UPDATES: 'off',
      TELEGRAM_API_URL: `http://127.0.0.1:${gate.port}`,
    },
    gate,
    received: () => telegram.requests.map(({ raw }) => raw),
    hold: () => telegram.answerAlways('hang'),
    answer: () => telegram.answerAlways(null),
    async close() {
      await gate.close();
      await telegram.close();
    },
  };
}

export async function webhookUnderTest(): Promise<ChannelUnderTest> {
  const receiver = await httpDouble();
  const gate = await makeGate({ port: Number(new URL(receiver.url).port) });
  return {
    name: 'webhook',
    env: {
      ALLOW_PRIVATE_WEBHOOKS: 'true',
    },
    gate,
    async setUp(klaxon) {
      const config = { url: `http://127.0.0.1:${gate.port}/hook` };
      const wish = { name: 'Receiver', type: 'webhook', config };
      await klaxon.get(klaxon.admin, 'POST', '/api/channels', wish);
    },
    received: () => receiver.requests.map(({ raw }) => raw),
    hold: () => receiver.answerAlways('hang'),
    answer: () => receiver.answerAlways(null),
    async close() {
      await gate.close();
      await receiver.close();
    },
  };
}
