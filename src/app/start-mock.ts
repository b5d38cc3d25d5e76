/** The door to the mock backend. It is the one import of `mocks/` in the app, and only the mock build reaches it. */
export async function startMock(): Promise<void> {
  const { startMockBackend } = await import('../../mocks/browser.ts');
  await startMockBackend();
}
