import { useEffectEvent, useId, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import { IconButton } from './button.tsx';
import { classes } from './classes.ts';
import styles from './dialog.module.css';

/** Keeps the page from scrolling behind the dialog, without a jump where the scroll bar was. */
function holdPage(): () => void {
  const root = document.documentElement;
  const { overflow, paddingInlineEnd } = root.style;
  root.style.paddingInlineEnd = `${window.innerWidth - root.clientWidth}px`;
  root.style.overflow = 'hidden';
  return () => Object.assign(root.style, { overflow, paddingInlineEnd });
}

export type DialogProps = {
  title: ReactNode;
  /** Asked by the close button, Escape and, when `dismissable`, a press beside the dialog. The owner unmounts it. */
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the primary one last. A form in the body is submitted from here with the button's `form` attribute. */
  footer?: ReactNode;
  /** Stands at the start of the foot: "Remove". */
  footerStart?: ReactNode;
  /** 49 rem instead of 32. */
  wide?: boolean | undefined;
  /** A press beside the dialog asks to close. Only where no work can be lost. */
  dismissable?: boolean | undefined;
  role?: 'dialog' | 'alertdialog' | undefined;
  /** What takes the focus at first; otherwise the first field, or else the title. */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
};

/**
 * The platform's modal dialog, a sheet from the bottom on a phone. It is open while it is mounted; when it goes, the
 * focus returns to where it came from. Escape asks `onClose` and closes nothing by itself.
 */
export function Dialog({
  title,
  onClose,
  children,
  footer,
  footerStart,
  wide = false,
  dismissable = false,
  role,
  initialFocus,
}: DialogProps) {
  const { t } = useTranslation('ui');
  const titleId = useId();
  const box = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);

  const focusFirst = useEffectEvent(() => {
    const field = 'input:not([type="hidden"], :disabled), select:not(:disabled), textarea:not(:disabled)';
    const first = initialFocus?.current ?? body.current?.querySelector<HTMLElement>(field) ?? heading.current;
    first?.focus();
  });

  useLayoutEffect(() => {
    const dialog = box.current;
    const opener = document.activeElement;
    // Not every document can show a modal: there it is at least open.
    if (dialog?.showModal) dialog.showModal();
    else dialog?.setAttribute('open', '');
    focusFirst();
    const release = holdPage();
    return () => {
      release();
      dialog?.close?.();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // A menu that is open in the dialog closes first, by itself.
    if ('popover' in HTMLElement.prototype && box.current?.querySelector(':popover-open')) return;
    event.preventDefault();
    onClose();
  };
  const onPress = (event: MouseEvent) => {
    if (dismissable && event.target === event.currentTarget) onClose();
  };

  return (
    <dialog
      ref={box}
      role={role}
      className={styles.scrim}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // A file input in the body sends a `cancel` of its own.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onKeyDown={onKeyDown}
      onMouseDown={onPress}
    >
      <div className={classes(styles.dialog, wide && styles.wide)}>
        <header className={styles.header}>
          <h2 id={titleId} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <IconButton label={t('close')} icon={<X />} onClick={onClose} />
        </header>
        <div className={styles.body} ref={body}>
          {children}
        </div>
        {(footer || footerStart) && (
          <footer className={styles.footer}>
            {footerStart && <div className={styles.start}>{footerStart}</div>}
            {footer}
          </footer>
        )}
      </div>
    </dialog>
  );
}
