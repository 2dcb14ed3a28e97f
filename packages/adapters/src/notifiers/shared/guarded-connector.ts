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

/**
 * Connects to addresses that the policy lets through, and to no others. The name is resolved once and the
 * connection goes to what was checked: a name that answers otherwise a moment later gains nothing.
 */
export function guardedConnector(
  mayCall: MayCall,
  timeout: Milliseconds,
  resolve: ResolveHost = resolveHost,
): buildConnector.connector {
  const lookup: LookupFunction = (host, options, callback) => {
    const answer = async () => {
      const addresses = await resolve(host);
      // One bad address spoils the name: which of them is taken is not ours to say.
      if (!addresses.every(({ address }) => mayCall(host, address)))
        throw new PrivateAddressError();
      return addresses;
    };
    answer().then(
      (addresses) => {
        const [first] = addresses;
        if (options.all) callback(null, [...addresses]);
        else if (first) callback(null, first.address, first.family);
        else callback(new Error('the name has no address'), '');
      },
      (error) => callback(error, ''),
    );
  };
  const connect = buildConnector({ timeout, allowH2: false, lookup });
  return (target, callback) => {
    const { hostname } = target;
    // Node resolves no name that is an address already.
    if (isIP(hostname) !== 0 && !mayCall(hostname, hostname))
      callback(new PrivateAddressError(), null);
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
