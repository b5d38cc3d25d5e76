// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { MenuItem, MenuPopover } from './menu-popover.tsx';
import { ToastProvider, useToast } from './toast.tsx';
import { show } from './ui.test-setup.tsx';

function Opener({ dismissable = false, withField = false }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Remove</Button>
      {open && (
        <Dialog title="Remove Pixel 9?" dismissable={dismissable} onClose={() => setOpen(false)}>
          {withField ? <input aria-label="Name" /> : <p>Codes stop working at once.</p>}
        </Dialog>
      )}
    </>
  );
}

describe('a dialog', () => {
  const open = async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    return screen.getByRole('dialog', { name: 'Remove Pixel 9?' });
  };

  test('starts at its title, or at its first field', async () => {
    const { unmount } = show(<Opener />);
    await open();
    expect(document.activeElement?.textContent).toBe('Remove Pixel 9?');
    unmount();
    show(<Opener withField />);
    await open();
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  });

  test('closes at Escape and gives the focus back', async () => {
    show(<Opener />);
    await open();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBe(null);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove' }));
  });

  test('closes at its button, and lets the page scroll again', async () => {
    show(<Opener />);
    await open();
    expect(document.documentElement.style.overflow).toBe('hidden');
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBe(null);
    expect(document.documentElement.style.overflow).toBe('');
  });

  test('loses no work to a press beside it', async () => {
    const { unmount } = show(<Opener />);
    fireEvent.mouseDown(await open());
    expect(screen.queryByRole('dialog')).not.toBe(null);
    unmount();
    show(<Opener dismissable />);
    fireEvent.mouseDown(await open());
    expect(screen.queryByRole('dialog')).toBe(null);
  });
});

describe('a toast', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  let undone = 0;
  function Doer() {
    const toast = useToast();
    const undo = { label: 'Undo', onPress: () => (undone += 1) };
    return <Button onClick={() => toast({ message: 'Pixel 9 removed', action: undo })}>Remove</Button>;
  }
  const remove = () => {
    show(
      <ToastProvider>
        <Doer />
      </ToastProvider>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
  };
  const wait = (ms: number) => {
    act(() => void vi.advanceTimersByTime(ms));
  };
  const message = () => screen.queryByText('Pixel 9 removed');

  test('is spoken politely and leaves after six seconds', () => {
    remove();
    expect(message()?.closest('[aria-live="polite"]')).not.toBe(null);
    wait(5999);
    expect(message()).not.toBe(null);
    wait(1);
    expect(message()).toBe(null);
  });

  test('stays while it has the focus or the pointer', () => {
    remove();
    const undo = screen.getByRole('button', { name: 'Undo' });
    act(() => undo.focus());
    wait(20_000);
    expect(message()).not.toBe(null);
    act(() => undo.blur());
    wait(6000);
    expect(message()).toBe(null);
  });

  test('undoes what was done and leaves', () => {
    remove();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undone).toBe(1);
    expect(message()).toBe(null);
  });
});

test('a menu is a button with a panel, and arrow keys move between its items', async () => {
  show(
    <MenuPopover label="Actions for Pixel 9" icon="…">
      <MenuItem>Rename</MenuItem>
      <MenuItem tone="danger">Remove</MenuItem>
    </MenuPopover>,
  );
  const button = screen.getByRole('button', { name: 'Actions for Pixel 9' });
  const panel = document.getElementById(button.getAttribute('popovertarget') ?? '');
  expect(button.getAttribute('aria-expanded')).toBe('false');
  expect(panel?.getAttribute('popover')).toBe('auto');
  // Here nothing opens a popover, and what it hides takes no focus.
  panel?.removeAttribute('popover');
  const items = [...(panel?.querySelectorAll('button') ?? [])];
  items[0]?.focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(items[1]);
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(items[0]);
  await userEvent.keyboard('{End}');
  expect(document.activeElement).toBe(items[1]);
});
