import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './avatar-editor.module.css';
import { CropPanel } from './crop/crop-panel.tsx';
import { DropZone } from './drop-zone.tsx';
import { EditorButtons, FootQuestion, RemoveButton } from './editor-footer.tsx';
import { createImageClient, type ImageClient } from './image/image-client.ts';
import { PickButton } from './pick-button.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { useAvatarEditor } from './use-avatar-editor.ts';
import { useIncomingFile } from './use-incoming-file.ts';

export interface AvatarEditorProps {
  open: boolean;
  /** Also called after an update and a removal. */
  onClose: () => void;
  /** Address of the picture without its size; null: initials. */
  current: string | null;
  name: { first: string; last: string };
  limits: { maxPixels: number };
  onUpdated: (avatar: string) => void;
  onRemoved: () => void;
  /** Where pictures are opened: another one in tests. */
  createClient?: (() => ImageClient) | undefined;
}

/** HEIC is offered too: where the browser cannot open it, the person is told what to do. */
const accepted = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/heic,image/heif,.heic,.heif';

/** Upload, crop, update, remove (E4, E5). Made for `React.lazy`; its worker starts with the first file and ends with it. */
export function AvatarEditor({ open, ...props }: AvatarEditorProps) {
  return open && <EditorDialog {...props} />;
}

function EditorDialog({
  onClose,
  current,
  name,
  limits: { maxPixels },
  onUpdated,
  onRemoved,
  createClient = createImageClient,
}: Omit<AvatarEditorProps, 'open'>) {
  const { t } = useTranslation('avatar');
  const [client] = useState(createClient);
  const editor = useAvatarEditor({ client, maxPixels, onUpdated, onRemoved, onClose });
  const { picture, crop, task, asking, problem } = editor.state;
  const fileInput = useRef<HTMLInputElement>(null);
  const pickButton = useRef<HTMLButtonElement>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  const removeButton = useRef<HTMLButtonElement>(null);
  const over = useIncomingFile({ onFile: (file) => void editor.openFile(file), onOther: editor.missFile });

  const pick = () => fileInput.current?.click();
  const refusal = problem?.during === 'open' && <ProblemNotice problem={problem} maxPixels={maxPixels} />;
  const failure = problem && problem.during !== 'open' && (
    <ProblemNotice problem={problem} maxPixels={maxPixels} className={styles.failure} />
  );

  return (
    <Dialog
      title={t('title')}
      wide
      onClose={editor.leave}
      initialFocus={pickButton}
      footerStart={
        current !== null &&
        !asking && (
          <RemoveButton
            buttonRef={removeButton}
            busy={task === 'removing'}
            onPress={() => !task && editor.ask('remove')}
          />
        )
      }
      footer={
        asking ? (
          <FootQuestion
            key={asking}
            title={t(`${asking}.title`)}
            text={t(`${asking}.text`)}
            no={t(`${asking}.no`)}
            yes={t(`${asking}.yes`)}
            onGone={() => (asking === 'remove' ? removeButton : cancelButton).current?.focus()}
            onNo={() => editor.ask(null)}
            onYes={asking === 'remove' ? () => void editor.remove() : onClose}
          />
        ) : (
          <>
            {failure}
            <EditorButtons
              cancelRef={cancelButton}
              state={editor.state}
              onCancel={editor.leave}
              onSave={() => void editor.save()}
            />
          </>
        )
      }
    >
      <input
        ref={fileInput}
        type="file"
        hidden
        accept={accepted}
        aria-label={t('upload.pick')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void editor.openFile(file);
          // the same file may be chosen again
          currentTarget.value = '';
        }}
      />
      {picture ? (
        <div className={styles.editing}>
          <div className={styles.sources}>
            <PickButton opening={task === 'opening'} pickRef={pickButton} onPick={pick} onStop={editor.stop} />
          </div>
          {refusal}
          <CropPanel picture={picture} crop={crop} changeCrop={editor.changeCrop} onStartAgain={editor.startAgain} />
          {over && <p className={styles.veil}>{t('upload.letGo')}</p>}
        </div>
      ) : (
        <DropZone
          current={current}
          name={name}
          megapixels={maxPixels / 1e6}
          opening={task === 'opening'}
          over={over}
          pickRef={pickButton}
          onPick={pick}
          onStop={editor.stop}
        >
          {refusal}
        </DropZone>
      )}
      <VisuallyHidden>
        <span role="status">{task === 'saving' && t('foot.saving')}</span>
      </VisuallyHidden>
    </Dialog>
  );
}
