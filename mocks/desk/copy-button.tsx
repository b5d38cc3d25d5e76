import { useState } from 'react';

/** Copies a text and says so until it loses the focus. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [word, setWord] = useState('Copy');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setWord('Copied'),
      () => setWord('Not allowed'),
    );
  return (
    <button type="button" aria-label={`${word} ${label}`} onClick={() => void copy()} onBlur={() => setWord('Copy')}>
      {word}
    </button>
  );
}
