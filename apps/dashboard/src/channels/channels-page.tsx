import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../api/klaxon.ts';
import { useMay } from '../session/session.ts';
import { Empty } from '../shared/empty.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { ChannelCard } from './channel-card.tsx';
import { ChannelDialog } from './channel-dialog.tsx';
import { ChannelTabs } from './channel-tabs.tsx';

/** What a channel delivers or fails to comes without an event that would say so. */
const LOOK_AGAIN_AFTER = 15_000;
const WHILE_QUEUED = 3_000;

export default function ChannelsPage() {
  const mayWrite = useMay('channels:write');
  const [adding, setAdding] = useState(false);
  const channels = api.useQuery(
    'get',
    '/api/channels',
    {},
    {
      refetchInterval: ({ state }) =>
        state.data?.channels.some(({ health }) => health.queued > 0)
          ? WHILE_QUEUED
          : LOOK_AGAIN_AFTER,
    },
  );
  const rules = api.useQuery('get', '/api/notification-rules');
  return (
    <>
      <PageHead title="Channels">
        {mayWrite && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            Add a channel
          </Button>
        )}
      </PageHead>
      <ChannelTabs />
      <Loaded query={channels}>
        {({ channels: all }) =>
          all.length === 0 ? (
            <Empty title="Nobody is told of incidents yet">
              {mayWrite
                ? 'Add a channel, such as Slack or e-mail. It hears everything until you give it rules.'
                : 'No channel is set up. Ask an admin to add one.'}
            </Empty>
          ) : (
            <Loaded query={rules}>
              {({ notification_rules: every }) => (
                <Stack>
                  {all.map((channel) => (
                    <ChannelCard
                      key={channel.id}
                      channel={channel}
                      rules={every.filter((rule) => rule.channel_id === channel.id)}
                    />
                  ))}
                </Stack>
              )}
            </Loaded>
          )
        }
      </Loaded>
      {adding && <ChannelDialog channel={null} onClose={() => setAdding(false)} />}
    </>
  );
}
