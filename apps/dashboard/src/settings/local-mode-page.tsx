import { Anchor, Code, List, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { PageHead } from '../shared/page-head.tsx';

/** On a phone the items are as wide as the list, and no command is wider. */
const NARROW = { itemWrapper: { minWidth: 0 }, itemLabel: { minWidth: 0 } };
const WRAPPED = { whiteSpace: 'pre-wrap' } as const;

export function LocalModePage() {
  return (
    <>
      <PageHead title="Local mode" />
      <Stack maw={720}>
        <Text>
          Klaxon runs for one person at one machine. It answers to this machine alone, and nobody
          signs in: the address that it printed at its start let this browser in, by a token that is
          kept in <Code>.klaxon/local-token</Code>. Requests from elsewhere are refused.
        </Text>
        <Text>
          So there are no people, teams, API keys and accounts to set up. Alertmanager on this
          machine needs no key or token either, and can do nothing but send alerts; an{' '}
          <Anchor component={Link} to="/settings/integrations" underline="always">
            integration
          </Anchor>{' '}
          is there to name a service for alerts that name none.
        </Text>
        <Title order={2} size="h3">
          To let people sign in
        </Title>
        <List type="ordered" spacing="sm" styles={NARROW}>
          <List.Item>
            Stop Klaxon and make the first admin. It prints a link by which they set their password:
            <Code block mt="xs" style={WRAPPED}>
              npm run klaxon -- create-admin --email you@example.org
            </Code>
          </List.Item>
          <List.Item>
            Start it with a demand for sign-in, and say where people reach it:
            <Code block mt="xs" style={WRAPPED}>
              SIGN_IN=required PUBLIC_URL=https://klaxon.example.org npm start
            </Code>
          </List.Item>
          <List.Item>
            Let a reverse proxy that speaks HTTPS lead there. Then sign in, and invite the others
            under Settings, People.
          </List.Item>
        </List>
        <Text>
          Everything that is here now stays: incidents, channels, rules and the audit log.
        </Text>
      </Stack>
    </>
  );
}
