import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Load {
  perSecond: number;
  /** Requests that were answered. */
  done: number;
  /** How many answers had which unexpected status. */
  failures: Map<number, number>;
}

export interface LoadOptions {
  port: number;
  /** Connections, each with one request on its way. */
  concurrency: number;
  /** Ends after so many requests, or after so many seconds. */
  count: number;
  seconds: number;
  /** The bytes of a request. */
  request: (index: number) => string;
  expected: number;
}

/**
 * A closed loop of keep-alive connections. It writes and reads bare HTTP/1.1, since a full client would take about as
 * much of the cores as the servers that it measures.
 */
export async function load({ port, concurrency, count, seconds, request, expected }: LoadOptions): Promise<Load> {
  const sockets = await Promise.all(Array.from({ length: concurrency }, () => open(port)));
  const failures = new Map<number, number>();
  const begun = performance.now();
  let sent = 0;
  let done = 0;
  const loop = async (socket: Socket) => {
    while (sent < count && performance.now() - begun < seconds * 1000) {
      const status = await exchange(socket, request(sent++));
      if (status !== expected) failures.set(status, (failures.get(status) ?? 0) + 1);
      done += 1;
    }
  };
  try {
    await Promise.all(sockets.map(loop));
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  return { perSecond: (done * 1000) / (performance.now() - begun), done, failures };
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  return socket.setEncoding('latin1');
}

/** Sends one request and reads its answer to the end; resolves with the status. */
function exchange(socket: Socket, request: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let received = '';
    const settle = () => {
      socket.off('data', read);
      socket.off('error', reject);
      socket.off('close', lost);
    };
    const lost = () => reject(new Error('the server closed a connection'));
    const read = (chunk: string) => {
      received += chunk;
      if (!isWhole(received)) return;
      settle();
      resolve(Number(received.slice(9, 12)));
    };
    socket.on('data', read).on('error', reject).on('close', lost);
    socket.write(request);
  });
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = answer.slice(0, end).toLowerCase();
  const length = /\r\ncontent-length: (\d+)/u.exec(head)?.[1];
  if (length !== undefined) return answer.length >= end + 4 + Number(length);
  return !head.includes('\r\ntransfer-encoding: chunked') || answer.endsWith('\r\n0\r\n\r\n');
}
