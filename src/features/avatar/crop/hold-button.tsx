import { useEffect, useRef, type ReactNode } from 'react';
import { IconButton } from '../../../ui/button.tsx';

const patience = 400;
const pace = 60;

/** A step per press, and step after step while it is held. `onPress` is told when the person lets go. */
export function HoldButton({
  label,
  icon,
  step,
  onPress,
}: {
  label: string;
  icon: ReactNode;
  step: () => void;
  onPress: () => void;
}) {
  const timer = useRef<number>(undefined);
  const repeated = useRef(false);
  const release = () => {
    clearTimeout(timer.current);
    clearInterval(timer.current);
  };
  useEffect(() => release, []);

  const hold = () => {
    release();
    repeated.current = false;
    timer.current = window.setTimeout(() => {
      repeated.current = true;
      timer.current = window.setInterval(step, pace);
    }, patience);
  };
  const press = () => {
    release();
    // the click that ends a long press adds no step of its own
    if (!repeated.current) step();
    repeated.current = false;
    onPress();
  };
  return (
    <IconButton
      label={label}
      icon={icon}
      onClick={press}
      onPointerDown={(event) => event.button === 0 && hold()}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onContextMenu={(event) => event.preventDefault()}
    />
  );
}
