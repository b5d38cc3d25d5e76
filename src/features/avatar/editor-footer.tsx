import { useEffect, useEffectEvent, useId, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Trash2 } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import styles from './avatar-editor.module.css';
import type { EditorState } from './use-avatar-editor.ts';

/** "Remove" at the start of the foot, where there is something to remove and nothing is being asked. */
export function RemoveButton({
  busy,
  buttonRef,
  onPress,
}: {
  busy: boolean;
  buttonRef: RefObject<HTMLButtonElement | null>;
  onPress: () => void;
}) {
  const { t } = useTranslation('avatar');
  return (
    <Button ref={buttonRef} variant="danger-quiet" edge="start" icon={<Trash2 />} busy={busy} onClick={onPress}>
      {busy ? t('foot.removing') : t('foot.remove')}
    </Button>
  );
}

export function EditorButtons({
  state: { picture, task, problem },
  cancelRef,
  onCancel,
  onSave,
}: {
  state: EditorState;
  cancelRef: RefObject<HTMLButtonElement | null>;
  onCancel: () => void;
  onSave: () => void;
}) {
  const { t } = useTranslation('avatar');
  const failed = problem?.during === 'save';
  return (
    <>
      <Button ref={cancelRef} onClick={onCancel}>
        {t('foot.cancel')}
      </Button>
      {picture && (
        <Button
          variant="primary"
          busy={task === 'saving'}
          onClick={onSave}
          disabled={task === 'removing' || task === 'opening'}
        >
          {failed ? t('foot.tryAgain') : t('foot.update')}
        </Button>
      )}
    </>
  );
}

/** A question in the place of the buttons: no dialog over the dialog. The focus waits on the answer that loses nothing. */
export function FootQuestion({
  title,
  text,
  no,
  yes,
  onGone,
  onNo,
  onYes,
}: {
  title: string;
  text: string;
  no: string;
  yes: string;
  /** Once the buttons are back: the one that asked takes the focus again. */
  onGone: () => void;
  onNo: () => void;
  onYes: () => void;
}) {
  const titleId = useId();
  const safe = useRef<HTMLButtonElement>(null);
  const gone = useEffectEvent(onGone);
  useEffect(() => {
    safe.current?.focus();
    return () => gone();
  }, []);
  return (
    <div className={styles.question} role="group" aria-labelledby={titleId}>
      <p id={titleId}>
        <strong>{title}</strong> {text}
      </p>
      <Button ref={safe} onClick={onNo}>
        {no}
      </Button>
      <Button variant="danger" onClick={onYes}>
        {yes}
      </Button>
    </div>
  );
}
