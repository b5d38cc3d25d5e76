// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useLayoutEffect } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../api-error.ts';
import type { Faults } from './faults.ts';
import { useForm, type FormKit } from './use-form.ts';

type Name = 'code' | 'again' | 'land';
type Values = Record<Name, string>;

const check = ({ code, again }: Values): Faults<Name> => ({
  ...(code.length > 4 && { code: { code: 'too_long', bound: 4 } }),
  ...(code === '' && { code: { code: 'required' } }),
  ...(again !== code && { again: { code: 'mismatch' } }),
});

const send = vi.fn<(values: Values) => Promise<void>>();
let form: Omit<FormKit<Name>, 'ref' | 'field'>;

function Page({ isHidden = false }: { isHidden?: boolean }) {
  const { ref, field, ...kit } = useForm({ initial: { code: '', again: '', land: 'IT' }, check, send });
  useLayoutEffect(() => void (form = kit));
  if (isHidden) return null;
  return (
    <form ref={ref} onSubmit={kit.submit}>
      <input aria-label="code" {...field('code')} />
      <input aria-label="again" {...field('again')} />
      <select aria-label="land" {...field('land')}>
        <option>CH</option>
        <option>IT</option>
      </select>
      <button>Send</button>
    </form>
  );
}

const user = userEvent.setup();
const control = (name: Name) => screen.getByLabelText<HTMLInputElement | HTMLSelectElement>(name);
const press = () => user.click(screen.getByRole('button'));
const type = async (name: Name, text: string) => {
  await user.clear(control(name));
  await user.type(control(name), text);
};
const fillIn = async () => {
  await type('code', 'abc');
  await type('again', 'abc');
};
const refuse = (...errors: [pointer: string, bound?: number][]) =>
  send.mockRejectedValueOnce(
    new ApiError('invalid', {
      errors: errors.map(([pointer, bound]) => ({
        pointer,
        code: 'too_long',
        ...(bound !== undefined && { params: { bound } }),
      })),
    }),
  );

beforeEach(() => void send.mockReset().mockResolvedValue());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a fault', () => {
  it('is said when the field is left, goes with its cause, and waits for leaving again', async () => {
    render(<Page />);
    await user.type(control('code'), 'abcde');
    expect(form.faults.code).toBeUndefined();
    await user.tab();
    expect(form.faults.code).toEqual({ code: 'too_long', bound: 4 });
    await user.type(control('code'), 'f{Backspace}');
    expect(form.faults.code).toBeDefined();
    await user.keyboard('{Backspace}');
    expect(form.faults.code).toBeUndefined();
    await user.keyboard('e');
    expect(form.faults.code).toBeUndefined();
    await user.tab();
    expect(form.faults.code).toBeDefined();
  });

  it('of one field follows what is typed into another', async () => {
    render(<Page />);
    await fillIn();
    await user.tab();
    expect(form.faults.again).toBeUndefined();
    await type('code', 'abcd');
    expect(form.faults.again?.code).toBe('mismatch');
    await user.keyboard('{Backspace}');
    expect(form.faults.again).toBeUndefined();
  });

  it('waits for the end of a press, so that nothing moves from under it', async () => {
    render(<Page />);
    await user.click(control('code'));
    const pressed = vi.spyOn(document, 'querySelector').mockReturnValue(document.body);
    fireEvent.blur(control('code'));
    await act(async () => Promise.resolve());
    expect(pressed).toHaveBeenCalledWith(':active');
    expect(form.faults.code).toBeUndefined();
    fireEvent.pointerUp(control('code'));
    await vi.waitFor(() => expect(form.faults.code?.code).toBe('required'));
  });
});

describe('a try', () => {
  it('that finds one fault sends nothing and puts the focus there (A11)', async () => {
    render(<Page />);
    await type('code', 'abc');
    await press();
    expect(document.activeElement).toBe(control('again'));
    expect(form.standing).toEqual(['again']);
    expect(send).not.toHaveBeenCalled();
  });

  it('that finds several leaves the focus to the summary, which loses what is mended for good (A11)', async () => {
    render(<Page />);
    await type('again', 'abcde');
    await press();
    expect(document.activeElement).toBe(screen.getByRole('button'));
    const { attempt } = form;
    expect(form.standing).toEqual(['code', 'again']);
    await type('code', 'abcd');
    expect(form.standing).toEqual(['again']);
    await type('code', 'xyzxyz');
    await user.tab();
    expect(form.faults.code?.code).toBe('too_long');
    expect(form.standing).toEqual(['again']);
    expect(form.attempt).toBe(attempt);
    await press();
    expect(form.attempt).not.toBe(attempt);
    expect(form.standing).toEqual(['code', 'again']);
  });

  it('is one at a time, and the next one may follow (F5)', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    send.mockReturnValueOnce(promise);
    render(<Page />);
    await fillIn();
    await user.dblClick(screen.getByRole('button'));
    fireEvent.submit(screen.getByRole('button'));
    expect(send).toHaveBeenCalledOnce();
    expect(form.isBusy).toBe(true);
    await act(async () => resolve());
    expect(form.isBusy).toBe(false);
    await press();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('sends what was filled in without an event, whatever was rendered since (F17)', async () => {
    const { rerender } = render(<Page />);
    control('code').value = 'abc';
    control('again').value = 'abc';
    control('land').value = 'CH';
    rerender(<Page />);
    fireEvent.blur(control('again'));
    await vi.waitFor(() => expect(form.values.again).toBe('abc'));
    expect(form.faults).toEqual({});
    fireEvent.submit(screen.getByRole('button'));
    await vi.waitFor(() => expect(send).toHaveBeenCalledWith({ code: 'abc', again: 'abc', land: 'CH' }));
  });
});

describe('a refusal', () => {
  it('stands at its field with the focus, until the field changes', async () => {
    refuse(['/code', 2]);
    render(<Page />);
    await fillIn();
    await press();
    expect(form.faults.code).toEqual({ code: 'too_long', bound: 2 });
    expect(form.problem).toBeNull();
    expect(document.activeElement).toBe(control('code'));
    await user.type(control('land'), 'CH');
    expect(form.faults.code).toBeDefined();
    await type('code', 'ab');
    expect(form.faults.code).toBeUndefined();
  });

  it('of several fields is for the summary (A11)', async () => {
    refuse(['/again'], ['/code']);
    render(<Page />);
    await fillIn();
    await press();
    expect(form.standing).toEqual(['code', 'again']);
    expect(document.activeElement).toBe(screen.getByRole('button'));
  });

  it.each([
    ['of no field', []],
    ['of a field that is not here', [['/code'], ['/elsewhere']]],
  ] as const)('%s is a problem of the form, until the next try', async (_, errors) => {
    refuse(...errors.map(([pointer]): [string] => [pointer]));
    render(<Page />);
    await fillIn();
    await press();
    expect(form.problem?.code).toBe('invalid');
    expect(form.values).toEqual({ code: 'abc', again: 'abc', land: 'IT' });
    await press();
    expect(form.problem).toBeNull();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('is forgiven where the form says so, and what is typed stays', async () => {
    refuse();
    render(<Page />);
    await fillIn();
    await press();
    act(() => form.forgive());
    expect(form.problem).toBeNull();
    expect(control('code').value).toBe('abc');
  });
});

describe('what stands in the fields', () => {
  it('can be written, and is known at once', async () => {
    render(<Page />);
    await type('code', 'abc');
    act(() => {
      form.set({ again: 'x', land: 'CH' });
      expect(form.read()).toEqual({ code: 'abc', again: 'x', land: 'CH' });
    });
    expect([control('code').value, control('again').value, control('land').value]).toEqual(['abc', 'x', 'CH']);
  });

  it('is there again after the form was away', async () => {
    const { rerender } = render(<Page />);
    await fillIn();
    rerender(<Page isHidden />);
    act(() => form.set({ again: '' }));
    rerender(<Page />);
    expect([control('code').value, control('again').value]).toEqual(['abc', '']);
  });
});
