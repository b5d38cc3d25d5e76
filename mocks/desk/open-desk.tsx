export interface Desk {
  /** Asks the mock backend past latency and faults. */
  handle(request: Request): Promise<Response>;
  /** Forgets everything and starts anew. */
  reset(): Promise<void>;
}
export function openDesk(_desk: Desk): void {}
