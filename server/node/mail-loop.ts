import { deliverOne } from '../mail/deliver.ts';
import type { Mailer, Ports } from '../ports.ts';

const round = 5000;

/** Empties the outbox whenever a mail was put in, and looks again every few seconds for what failed or was left. */
export function startMailLoop(ports: Ports, mailer: Mailer): { wake(): void; stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isStopping = false;
  const drain = async () => {
    try {
      while (isWanted && !isStopping) {
        isWanted = false;
        while (!isStopping && (await deliverOne(ports, mailer)));
      }
    } catch (error) {
      ports.log.warn('outbox_unreachable', { reason: error instanceof Error ? error.name : 'unknown' });
    }
  };
  const wake = () => {
    isWanted = true;
    running ??= drain().finally(() => (running = undefined));
  };
  const timer = setInterval(wake, round);
  wake();
  return {
    wake,
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await running;
    },
  };
}
