import { useEffect, useEffectEvent, useState } from 'react';

/**
 * Takes the first file that is dropped anywhere on the page or pasted. The whole page, because a browser leaves it for
 * the picture when a drop misses. True while something is held over it.
 */
export function useIncomingFile({ onFile, onOther }: { onFile: (file: File) => void; onOther: () => void }): boolean {
  const [over, setOver] = useState(false);

  const take = useEffectEvent((data: DataTransfer | null) => {
    const file = data?.files[0];
    if (file) onFile(file);
    else onOther();
  });

  useEffect(() => {
    const listening = new AbortController();
    const listen = <Type extends 'dragenter' | 'dragover' | 'dragleave' | 'drop' | 'paste'>(
      type: Type,
      listener: (event: WindowEventMap[Type]) => void,
    ) => addEventListener(type, listener, { signal: listening.signal });

    const hold = (event: DragEvent) => {
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    listen('dragenter', hold);
    listen('dragover', hold);
    // null: out of the window, not from one element to the next
    listen('dragleave', (event) => event.relatedTarget === null && setOver(false));
    listen('drop', (event) => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer);
    });
    listen('paste', (event) => {
      event.preventDefault();
      take(event.clipboardData);
    });
    return () => listening.abort();
  }, []);

  return over;
}
