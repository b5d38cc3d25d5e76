import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/api.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PanelFooter } from '../../../ui/panel.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { keepSessions } from './sessions-query.ts';

/** The foot of the list: how many there are, and "Sign out everywhere else", which asks in place first. */
export function EndOthers({ others, onDone }: { others: number; onDone: () => void }) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const toast = useToast();
  const noteId = useId();
  const start = useRef<HTMLButtonElement>(null);
  const [isAsking, setIsAsking] = useState(false);

  const ending = useMutation({
    mutationFn: () => call('endOtherSessions'),
    onSuccess: async ({ ended }) => {
      setIsAsking(false);
      onDone();
      toast({ message: t('endOthers.done', { count: ended }) });
      await keepSessions(client, (session) => session.isCurrent);
    },
    onError: () =>
      toast({
        message: t('endOthers.failed'),
        tone: 'danger',
        action: { label: t('end.tryAgain'), onPress: () => ending.mutate() },
      }),
  });
  const cancel = () => {
    flushSync(() => setIsAsking(false));
    start.current?.focus();
  };

  if (isAsking && others > 0)
    return <Question others={others} busy={ending.isPending} onKeep={cancel} onConfirm={() => ending.mutate()} />;
  const note = others > 0 ? t('sessions.count', { count: others + 1 }) : t('sessions.onlyThis');
  return (
    <PanelFooter
      note={
        <span id={noteId} className="numeric">
          {note}
        </span>
      }
    >
      <Button
        ref={start}
        variant="danger-quiet"
        size="small"
        edge="end"
        disabled={others === 0}
        aria-describedby={noteId}
        onClick={() => setIsAsking(true)}
      >
        {t('endOthers.start')}
      </Button>
    </PanelFooter>
  );
}

function Question({
  others,
  busy,
  onKeep,
  onConfirm,
}: {
  others: number;
  busy: boolean;
  onKeep: () => void;
  onConfirm: () => void;
}) {
  const { t } = useTranslation('security');
  const keep = useRef<HTMLButtonElement>(null);
  const title = t('endOthers.title', { count: others });
  useEffect(() => keep.current?.focus(), []);
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !busy) onKeep();
  };
  return (
    <div role="group" aria-label={title}>
      <Notice
        tone="warning"
        title={title}
        actions={
          <>
            <Button ref={keep} size="small" disabled={busy} onClick={onKeep} onKeyDown={escape}>
              {t('endOthers.keep')}
            </Button>
            <Button variant="danger" size="small" busy={busy} onClick={onConfirm} onKeyDown={escape}>
              {t('endOthers.confirm')}
            </Button>
          </>
        }
      >
        {t('endOthers.text')}
      </Notice>
    </div>
  );
}
