import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Says whether an address may be connected to. Anything that is not an address may not. */
export type AddressGuard = (address: string) => boolean;

/** Lets through the public internet and the networks of `allowed` (CIDR), nothing else. */
export function createAddressGuard(allowed: string[]): AddressGuard {
  const networks = allowed.map((network) => ipaddr.parseCIDR(network));
  const isInside = (address: Address) =>
    networks.some(([network, bits]) => matches(address, network, bits));

  return (text) => {
    if (!ipaddr.isValid(text)) return false;
    const address = destinationOf(ipaddr.parse(text));
    return isPublic(address) || isInside(address);
  };
}

const GLOBAL_UNICAST: [ipaddr.IPv6, number] = ipaddr.IPv6.parseCIDR('2000::/3');
const NAT64: [ipaddr.IPv6, number] = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** Where a packet ends up: IPv4 hidden in IPv6 (mapped, or behind the well-known NAT64 prefix) is IPv4. */
function destinationOf(address: Address): Address {
  if (!(address instanceof ipaddr.IPv6)) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  if (address.match(NAT64)) return new ipaddr.IPv4(address.toByteArray().slice(-4));
  return address;
}

/** The library calls every address "unicast" that has no special meaning today; of IPv6 only 2000::/3 is in use. */
function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST);
}

function matches(address: Address, network: Address, bits: number): boolean {
  if (address instanceof ipaddr.IPv4 && network instanceof ipaddr.IPv4)
    return address.match(network, bits);
  if (address instanceof ipaddr.IPv6 && network instanceof ipaddr.IPv6)
    return address.match(network, bits);
  return false;
}
