import { createContext, use, useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { FocusEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { Button, IconButton } from './button.tsx';
import { classes } from './classes.ts';
import styles from './toast.module.css';

export type Toast = {
  message: ReactNode;
  tone?: 'success' | 'danger' | 'info' | undefined;
  /** "Undo" where what was done can be undone, "Try again" where it failed. */
  action?: { label: string; onPress: () => void } | undefined;
};

type Shown = Toast & { id: number };

const icons = { success: CircleCheck, danger: CircleAlert, info: Info };
const lifetime = 6000;
const atMost = 3;

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** Gives `(toast) => void`, which says what was done. Needs a `ToastProvider` above. */
export function useToast(): (toast: Toast) => void {
  return use(ToastContext);
}

/** Keeps the toasts and shows them at the bottom end of the page, the newest last. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui');
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const [held, setHeld] = useState(false);

  const show = useCallback((toast: Toast) => {
    setToasts((before) => [...before, { ...toast, id: (before.at(-1)?.id ?? 0) + 1 }].slice(-atMost));
  }, []);
  const leave = (id: number) => {
    setToasts((before) => before.filter((toast) => toast.id !== id));
    setHeld(false);
  };
  const release = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setHeld(false);
  };

  return (
    <ToastContext value={show}>
      {children}
      <div className={styles.region} role="region" aria-label={t('notifications')}>
        <div
          className={styles.list}
          aria-live="polite"
          aria-relevant="additions"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={release}
        >
          {toasts.map((toast) => (
            <ToastItem key={toast.id} toast={toast} held={held} onLeave={() => leave(toast.id)} />
          ))}
        </div>
      </div>
    </ToastContext>
  );
}

function ToastItem({ toast, held, onLeave }: { toast: Shown; held: boolean; onLeave: () => void }) {
  const { t } = useTranslation('ui');
  const { message, tone = 'success', action } = toast;
  const Icon = icons[tone];
  const expire = useEffectEvent(onLeave);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => expire(), lifetime);
    return () => clearTimeout(timer);
  }, [held]);
  const act = () => {
    action?.onPress();
    onLeave();
  };
  return (
    <div className={classes(styles.toast, styles[tone])}>
      <Icon />
      <p className={styles.message}>{message}</p>
      {action && (
        <Button variant="quiet" onClick={act}>
          {action.label}
        </Button>
      )}
      <IconButton label={t('dismiss')} icon={<X />} onClick={onLeave} />
    </div>
  );
}
