import type { ChannelProvider } from '../channel-provider.ts';
import { numberIn, optionalTextIn, textIn, textsIn } from '../shared/field-values.ts';
import { smtpEmailNotifier } from './smtp-email-notifier.ts';

const SMTP_PORT = 587;

export const emailChannel: ChannelProvider = {
  type: 'email',
  label: 'E-mail',
  setBy: ['host'],
  fields: [
    {
      name: 'host',
      label: 'Mail server',
      help: 'The SMTP server of your mail provider. One in a private network needs ALLOW_PRIVATE_SMTP.',
      kind: 'text',
      shape: {
        pattern: /^[A-Za-z0-9._:-]+$/,
        message: 'must be the name or the address of a mail server',
      },
      placeholder: 'smtp.example.com',
      destination: true,
      required: true,
      variable: 'EMAIL_SMTP_HOST',
    },
    {
      name: 'port',
      label: 'Port',
      help: '587 where it is left empty; on 465 TLS comes from the first byte.',
      kind: 'number',
      min: 1,
      max: 65_535,
      fallback: SMTP_PORT,
      placeholder: '587',
      destination: true,
      variable: 'EMAIL_SMTP_PORT',
    },
    {
      name: 'from',
      label: 'Sender',
      help: 'An address that the server lets Klaxon send from.',
      kind: 'email',
      placeholder: 'klaxon@example.com',
      required: true,
      variable: 'EMAIL_FROM',
    },
    {
      name: 'to',
      label: 'Recipients',
      help: 'One address a line.',
      kind: 'emails',
      placeholder: 'oncall@example.com',
      required: true,
      variable: 'EMAIL_TO',
    },
    {
      name: 'username',
      label: 'User name',
      help: 'Leave it empty where the server asks for none.',
      kind: 'text',
      destination: true,
      variable: 'EMAIL_USERNAME',
    },
    {
      name: 'password',
      label: 'Password',
      help: 'Goes together with the user name. Many providers want an app password here.',
      kind: 'text',
      secret: true,
      goesWith: 'username',
      variable: 'EMAIL_PASSWORD',
    },
    {
      name: 'tls',
      label: 'Refuse to send without TLS',
      help: 'With a password it is refused anyway, unless the server is on this machine.',
      kind: 'switch',
      destination: true,
      variable: 'EMAIL_TLS',
    },
  ],
  summary: (config) =>
    `Mails ${textsIn(config, 'to').join(', ')} through ${textIn(config, 'host')}:${numberIn(config, 'port') ?? SMTP_PORT}.`,

  completeFromEnvironment({ config, secrets }) {
    const { from, username } = config;
    const isAddress = typeof username === 'string' && username.includes('@');
    return { config: { ...config, from: from ?? (isAddress ? username : null) }, secrets };
  },

  build({ config, secrets }, { allowPrivate }) {
    return smtpEmailNotifier({
      host: textIn(config, 'host'),
      port: numberIn(config, 'port') ?? SMTP_PORT,
      username: optionalTextIn(config, 'username'),
      password: optionalTextIn(secrets, 'password'),
      from: textIn(config, 'from'),
      to: textsIn(config, 'to'),
      requireTls: config['tls'] === true,
      allowPrivate: allowPrivate.smtp,
    });
  },
};
