import type { BrowserContext, ConsoleMessage, Request } from '@playwright/test';

/**
 * Hears everything that goes wrong in the pages of a context without a test asking: errors and warnings on the console,
 * uncaught errors, violations of the content security policy, requests that fail (H2). What a test provokes it allows.
 */
export class Watch {
  readonly #faults: string[] = [];
  readonly #allowed: RegExp[] = [];

  async over(context: BrowserContext): Promise<void> {
    context.on('console', (message) => this.#onConsole(message));
    context.on('weberror', (error) => this.#faults.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on('requestfailed', (request) => this.#onFailedRequest(request));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        reportError(new Error(`policy violated: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
      });
    });
  }

  /** From here on these faults are what the test is about: an HTTP status, or words of the fault. */
  allow(...expected: readonly (number | RegExp)[]): void {
    for (const one of expected)
      this.#allowed.push(typeof one === 'number' ? new RegExp(`responded with a status of ${one}\\b`, 'u') : one);
  }

  /** What went wrong and was not allowed. */
  get faults(): string[] {
    return this.#faults.filter((fault) => !this.#allowed.some((pattern) => pattern.test(fault)));
  }

  #onConsole(message: ConsoleMessage): void {
    if (message.type() === 'error' || message.type() === 'warning')
      this.#faults.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  }

  #onFailedRequest(request: Request): void {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left ends what it asked for; through the mock's service worker that reads as a failure.
    const isLeft =
      reason === 'net::ERR_ABORTED' || (reason === 'net::ERR_FAILED' && request.url().includes('/assets/'));
    if (!isLeft) this.#faults.push(`request failed: ${reason} ${request.url()}`);
  }
}
