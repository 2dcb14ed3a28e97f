import type { KnownPlaceRepository } from '@klaxon/application';
import { networkOf } from '@klaxon/domain';
import type { StoreState } from './state.ts';

export function makeKnownPlaceRepository({
  knownPlaces,
}: Pick<StoreState, 'knownPlaces'>): KnownPlaceRepository {
  return {
    knownMarks: async (userId, marks, since) =>
      marks.filter((mark) => (knownPlaces.get(`${userId} device ${mark}`) ?? since) > since),
    remember: async (userId, { marks, address }, at) => {
      for (const mark of marks) knownPlaces.set(`${userId} device ${mark}`, at);
      if (address !== null) knownPlaces.set(`${userId} network ${networkOf(address)}`, at);
    },
    deleteOf: async (userId) => {
      for (const key of knownPlaces.keys())
        if (key.startsWith(`${userId} `)) knownPlaces.delete(key);
    },
    deleteUnused: async (before) => {
      for (const [key, seenAt] of knownPlaces) if (seenAt <= before) knownPlaces.delete(key);
    },
  };
}
