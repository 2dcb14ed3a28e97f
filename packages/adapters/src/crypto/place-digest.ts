import { createHash } from 'node:crypto';
import type { SignInPlace } from '@klaxon/application';
import { networkOf } from '@klaxon/domain';

/** Neither what browsers keep nor addresses stand in the database as they are. */
export function placeDigests({ marks, address }: SignInPlace) {
  return {
    marks: marks.map((mark) => ({ mark, digest: digest(`device ${mark}`) })),
    network: address === null ? null : digest(`network ${networkOf(address)}`),
  };
}

function digest(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(text).digest());
}
