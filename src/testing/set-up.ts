import { afterEach, vi } from 'vitest';

/** What is written to the console as an error is a fault of the test, or of what it tests. */
const errors = vi.spyOn(console, 'error');

afterEach(() => {
  const written = errors.mock.calls.map((call) => call.map(String).join(' '));
  errors.mockClear();
  if (written.length > 0) throw new Error(`written to the console as an error:\n${written.join('\n')}`);
});
