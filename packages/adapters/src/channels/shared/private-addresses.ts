import { BlockList, isIP } from 'node:net';
import { invalid } from '@klaxon/domain';

/**
 * Which addresses inside one's own network may be called: none (false), all (true), or those of
 * these hosts, addresses and CIDR blocks.
 */
export type AllowPrivate = boolean | readonly string[];

/** Whether an address may be called that the name `host` (or the address itself) led to. */
export type MayCall = (host: string, address: string) => boolean;

/** What is not the public internet (IANA's special-purpose registries), or reaches it by detours. */
const NOT_PUBLIC_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const NOT_PUBLIC_V6 = [
  '::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];
/** NAT64 puts an IPv4 address into the last 32 bits: the public ones among them are fine. */
const NAT64 = '64:ff9b::';

const notPublic = listOf([
  ...NOT_PUBLIC_V4,
  ...NOT_PUBLIC_V6,
  ...NOT_PUBLIC_V4.map((block) => {
    const [address, bits] = block.split('/');
    return `${NAT64}${address}/${96 + Number(bits)}`;
  }),
]);

/** @throws DomainError `invalid` for an entry that is neither a host, nor an address, nor a CIDR block */
export function callPolicy(allowed: AllowPrivate): MayCall {
  if (allowed === true) return () => true;
  const entries = allowed === false ? [] : allowed.map(canonicalHost);
  const hosts = new Set(entries.filter(isHostName));
  const blocks = listOf(entries.filter((entry) => !isHostName(entry)));
  return (host, address) => {
    const bare = address.replace(/%.*$/, '');
    return !contains(notPublic, bare) || hosts.has(canonicalHost(host)) || contains(blocks, bare);
  };
}

function canonicalHost(host: string): string {
  return host
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

function isHostName(entry: string): boolean {
  return isIP(entry) === 0 && /^(?!.*\.\d+$)[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(entry);
}

function listOf(blocks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const block of blocks) {
    const [address = '', bits] = block.split('/');
    const family = isIP(address);
    const longest = family === 4 ? 32 : 128;
    const length = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
    if (family === 0 || length < 0 || length > longest)
      throw invalid('allowPrivate', `"${block}" is no host name, address or CIDR block`);
    list.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

function contains(list: BlockList, address: string): boolean {
  // An IPv4 address written as IPv6 (::ffff:127.0.0.1) is checked as what it is by BlockList itself.
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
