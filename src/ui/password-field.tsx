import { useLayoutEffect, useRef, useState } from 'react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Eye, EyeOff } from 'lucide-react';
import { Field } from './field.tsx';
import type { FieldProps } from './field.tsx';
import { IconButton } from './button.tsx';
import styles from './input.module.css';

export type PasswordFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'type' | 'aria-describedby' | 'aria-invalid' | 'children'>;

/**
 * A field for a password, with a button inside that shows and hides what is typed. The switch keeps value, caret and
 * focus. `ref` and the rest go to the input, so `field()` of the form kit can be spread into it.
 */
export function PasswordField(props: PasswordFieldProps) {
  const { label, optional, aside, help, error, after, id, describedBy, className, ...input } = props;
  const { t } = useTranslation('ui');
  const [shown, setShown] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const selection = useRef<[number | null, number | null] | null>(null);

  // A change of type may throw the caret to an end: it goes back to where it was.
  useLayoutEffect(() => {
    const control = box.current?.querySelector('input');
    if (control && selection.current) control.setSelectionRange(...selection.current);
    selection.current = null;
  }, [shown]);

  const toggle = () => {
    const control = box.current?.querySelector('input');
    if (control) selection.current = [control.selectionStart, control.selectionEnd];
    setShown(!shown);
  };

  return (
    <Field {...{ label, optional, aside, help, error, after, id, describedBy, className }}>
      {(control) => (
        <div className={styles.box} ref={box}>
          <input
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            {...input}
            {...control}
            type={shown ? 'text' : 'password'}
            className={styles.input}
          />
          <IconButton
            label={t(shown ? 'hidePassword' : 'showPassword')}
            aria-controls={control.id}
            icon={shown ? <EyeOff /> : <Eye />}
            // The press leaves the focus in the input, so that a phone keeps its keyboard up.
            onMouseDown={(event) => event.preventDefault()}
            onClick={toggle}
          />
        </div>
      )}
    </Field>
  );
}
