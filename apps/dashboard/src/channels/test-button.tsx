import type { components } from '@klaxon/sdk';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { api } from '../api/klaxon.ts';
import { describeError } from '../api/problem.ts';
import { Dialog } from '../shared/dialog.tsx';
import type { Channel } from './channel-types.ts';

type TestResult = components['schemas']['ChannelTestResult'];

/** Sends a test message, and shows what the provider said to it. */
export function TestButton({ channel: { id, name } }: { channel: Channel }) {
  const test = api.useMutation('post', '/api/channels/{id}/test', { meta: { saysItself: true } });
  const send = () => test.mutate({ params: { path: { id } } });
  const ended = test.data !== undefined || test.error !== null;
  return (
    <>
      <Button
        size="xs"
        variant="light"
        loading={test.isPending}
        onClick={send}
        aria-label={`Send a test message to ${name}`}
      >
        Send a test message
      </Button>
      {ended && (
        <Dialog title={`Test of ${name}`} onClose={test.reset}>
          <Stack>
            {test.data ? (
              <Answer {...test.data} />
            ) : (
              <Alert color="red" title="It was not sent">
                {describeError(test.error)}
              </Alert>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={send}>
                Test again
              </Button>
              <Button onClick={test.reset}>Done</Button>
            </Group>
          </Stack>
        </Dialog>
      )}
    </>
  );
}

const TITLES: Readonly<Record<TestResult['result'], string>> = {
  sent: 'It was sent',
  retry: 'It was not sent now; another try may succeed',
  failed: 'It was not sent: not as the channel is set up',
};

function Answer({ result, error, provider_id }: TestResult) {
  return (
    <Alert color={result === 'sent' ? 'teal' : 'red'} title={TITLES[result]}>
      {error !== null && <Text size="sm">{error}</Text>}
      {result === 'sent' && (
        <Text size="sm">
          {provider_id === null
            ? 'Look there: the test message should have come.'
            : `The provider calls it ${provider_id}. Look there: the test message should have come.`}
        </Text>
      )}
    </Alert>
  );
}
