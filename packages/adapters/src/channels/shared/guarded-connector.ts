import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { Milliseconds } from '@klaxon/domain';
import { buildConnector } from 'undici';
import type { MayCall } from './private-addresses.ts';

/** Where a name leads to, all of it. */
export type ResolveHost = (host: string) => Promise<readonly LookupAddress[]>;

/** The address is inside a network that must not be called from here. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/** How to connect to addresses that the policy lets through, and to no others. */
export interface Guard {
  /**
   * The name is resolved once and the connection goes to what was checked: a name that answers otherwise a
   * moment later gains nothing.
   */
  readonly lookup: LookupFunction;
  /** Node resolves no name that is an address already. */
  readonly refuses: (host: string) => boolean;
}

export function makeGuard(mayCall: MayCall, resolve: ResolveHost = resolveHost): Guard {
  const checked = async (host: string) => {
    const addresses = await resolve(host);
    // One bad address spoils the name: which of them is taken is not ours to say.
    if (!addresses.every(({ address }) => mayCall(host, address))) throw new PrivateAddressError();
    return addresses;
  };
  return {
    lookup(host, options, callback) {
      checked(host).then(
        (addresses) => {
          const [first] = addresses;
          if (options.all) callback(null, [...addresses]);
          else if (first) callback(null, first.address, first.family);
          else callback(new Error('the name has no address'), '');
        },
        (error) => callback(error, ''),
      );
    },
    refuses: (host) => isIP(host) !== 0 && !mayCall(host, host),
  };
}

/** For HTTP. */
export function guardedConnector(
  mayCall: MayCall,
  timeout: Milliseconds,
  resolve?: ResolveHost,
): buildConnector.connector {
  const { lookup, refuses } = makeGuard(mayCall, resolve);
  const connect = buildConnector({ timeout, allowH2: false, lookup });
  return (target, callback) => {
    if (refuses(target.hostname)) callback(new PrivateAddressError(), null);
    else connect(target, callback);
  };
}

function resolveHost(host: string): Promise<readonly LookupAddress[]> {
  return new Promise((resolve, reject) => {
    systemLookup(host, { all: true }, (error, addresses) =>
      error ? reject(error) : resolve(addresses),
    );
  });
}
