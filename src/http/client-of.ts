const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const GROUPS = 8;
/** The number of groups that identify an IPv6 network: one subscriber has all addresses of a network. */
const NETWORK_GROUPS = 4;

/** Identifies the client by its IP address; for IPv6, by the /64 network. */
export function clientOf(ip: string): string {
  if (!ip.includes(':')) return ip;
  const mapped = MAPPED.exec(ip);
  if (mapped !== null) return mapped[1] as string;
  const [head = '', tail] = ip.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const groups = [
    ...head,
    ...Array(Math.max(0, GROUPS - head.length - (tail?.length ?? 0))).fill('0'),
    ...(tail ?? []),
  ];
  const network = groups.slice(0, NETWORK_GROUPS).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
