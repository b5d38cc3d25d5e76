import { useEffect, useReducer, useRef } from 'react';
import { call } from '../../lib/api.ts';
import { toWindowMatrix, untouchedCrop, type ChangeCrop, type Crop } from './crop/crop-geometry.ts';
import { callProblem, openProblem, type EditorProblem } from './editor-problem.ts';
import type { ImageClient, OpenedPicture } from './image/image-client.ts';
import { renderedEdge } from './image/image-protocol.ts';

export interface EditorState {
  picture: OpenedPicture | null;
  crop: Crop;
  task: 'opening' | 'saving' | 'removing' | null;
  /** A question that stands in the foot in place of the buttons. */
  asking: 'discard' | 'remove' | null;
  problem: EditorProblem | null;
}

const atRest: EditorState = { picture: null, crop: untouchedCrop, task: null, asking: null, problem: null };

/** What happens in the dialog, from the file to the answer of the server. One task at a time; leaving ends it. */
export function useAvatarEditor({
  client,
  maxPixels,
  onUpdated,
  onRemoved,
  onClose,
}: {
  client: ImageClient;
  maxPixels: number;
  onUpdated: (avatar: string) => void;
  onRemoved: () => void;
  onClose: () => void;
}) {
  const [state, patch] = useReducer(
    (old: EditorState, change: Partial<EditorState>) => ({ ...old, ...change }),
    atRest,
  );
  const { picture, task, asking } = state;
  // Pointers report faster than React renders: each change builds on the last one, not on the last one shown.
  const latestCrop = useRef(state.crop);
  const abort = useRef<AbortController>(null);

  useEffect(
    () => () => {
      abort.current?.abort();
      client.end();
    },
    [client],
  );

  const begin = (next: EditorState['task']) => {
    abort.current?.abort();
    const { signal } = (abort.current = new AbortController());
    patch({ task: next, asking: null, problem: null });
    return signal;
  };

  const setCrop = (crop: Crop) => {
    latestCrop.current = crop;
    patch({ crop });
    return crop;
  };

  const openFile = async (file: Blob) => {
    if (task === 'saving' || task === 'removing') return;
    const signal = begin('opening');
    try {
      const opened = await client.open(file, { maxPixels, signal });
      if (picture) client.release(picture);
      setCrop(untouchedCrop);
      patch({ picture: opened, task: null });
    } catch (error) {
      if (!signal.aborted) patch({ task: null, problem: openProblem(error) });
    }
  };

  const save = async () => {
    if (!picture || task) return;
    const signal = begin('saving');
    try {
      const blob = await client.render(picture, toWindowMatrix(latestCrop.current, picture, renderedEdge), signal);
      const { avatar } = await call('putAvatar', { rawBody: blob, signal });
      onUpdated(avatar);
      onClose();
    } catch (error) {
      if (!signal.aborted) patch({ task: null, problem: callProblem('save', error) });
    }
  };

  const remove = async () => {
    const signal = begin('removing');
    try {
      await call('deleteAvatar', { signal });
      onRemoved();
      onClose();
    } catch (error) {
      if (!signal.aborted) patch({ task: null, problem: callProblem('remove', error) });
    }
  };

  const stop = () => {
    abort.current?.abort();
    patch({ task: null });
  };

  /** Cancel, the close button and Escape: first ends what is under way or asked, then asks, then goes. */
  const leave = () => {
    if (task === 'saving' || task === 'removing') stop();
    else if (asking) patch({ asking: null });
    else if (picture && state.crop !== untouchedCrop) patch({ asking: 'discard' });
    else onClose();
  };

  // What is being sent stays on the screen as it is sent.
  const changeCrop: ChangeCrop = (next) =>
    picture && task !== 'saving' ? setCrop(next(latestCrop.current, picture)) : latestCrop.current;

  return {
    state,
    openFile,
    save,
    remove,
    stop,
    leave,
    changeCrop,
    startAgain: () => setCrop(untouchedCrop),
    ask: (question: EditorState['asking']) => patch({ asking: question, problem: null }),
    /** Something was dropped or pasted that is no file. */
    missFile: () => patch({ problem: { during: 'open', detail: { code: 'no_file' } } }),
  };
}
