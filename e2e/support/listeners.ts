import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A TCP and a UDP port of this computer that count what arrives. */
export interface Listeners {
  readonly tcpPort: number;
  readonly udpPort: number;
  readonly connections: () => number;
  readonly packets: () => number;
  readonly close: () => void;
}

/** Opens both on 127.0.0.1. */
export const startListeners = async (): Promise<Listeners> => {
  let connections = 0;
  let packets = 0;
  const tcp = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  const udp = createSocket('udp4', () => (packets += 1));
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  return {
    tcpPort: (tcp.address() as AddressInfo).port,
    udpPort: udp.address().port,
    connections: () => connections,
    packets: () => packets,
    close: () => {
      tcp.close();
      udp.close();
    },
  };
};
