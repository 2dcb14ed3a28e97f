import type { ChannelDirectory } from '../../ports/channel-directory.ts';
import type { ChannelQueries } from '../../queries/channel-queries.ts';
import type { DeliveryQueries } from '../../queries/delivery-queries.ts';
import { makeTestChannel } from '../notifications/test-channel.ts';
import type { ChannelDeps } from './channel-tools.ts';
import { makeCreateChannel } from './create-channel.ts';
import { makeDeleteChannel } from './delete-channel.ts';
import { makeEditChannel } from './edit-channel.ts';
import { makeChannelViews } from './view-channels.ts';

export interface ChannelUseCaseDeps extends ChannelDeps {
  readonly directory: ChannelDirectory;
  readonly queries: ChannelQueries;
  readonly deliveries: Pick<DeliveryQueries, 'health'>;
}

/** What people do with channels. */
export function channelUseCases(deps: ChannelUseCaseDeps) {
  return {
    views: makeChannelViews(deps),
    createChannel: makeCreateChannel(deps),
    editChannel: makeEditChannel(deps),
    deleteChannel: makeDeleteChannel(deps),
    testChannel: makeTestChannel(deps),
  };
}

export type ChannelUseCases = ReturnType<typeof channelUseCases>;
