import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { moveBy, pinch, rotateBy, shownZoom, zoomTo, type ChangeCrop, type WindowPoint } from './crop-geometry.ts';

/** Part of the stage's side that the window takes. */
export const windowShare = 0.86;
/** Steps of the arrows, in sides of the window. */
export const smallStep = 0.01;
const largeStep = 0.1;
/** One press of a zoom button or key. */
export const zoomStep = 1.1;

/** Physical directions, the same in every script: the picture goes where the arrow points. */
const arrows: Record<string, WindowPoint> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Drag, pinch, wheel and keys on the stage. `onAsk`: Enter or Space, to hear where the picture stands. */
export function useCropGestures(stage: RefObject<HTMLElement | null>, changeCrop: ChangeCrop, onAsk: () => void) {
  const pointers = useRef(new Map<number, WindowPoint>());

  const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): WindowPoint => {
    const { left, top, width, height } = stage.current?.getBoundingClientRect() ?? new DOMRect();
    const side = (width || 1) * windowShare;
    return { x: (clientX - left - width / 2) / side, y: (clientY - top - height / 2) / side };
  };

  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    // a pinch on a touchpad comes as a wheel with Ctrl, in much smaller steps; lines are about 16 px
    const way = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 16);
    const factor = Math.exp((-way * (event.ctrlKey ? 8 : 1)) / 800);
    changeCrop((crop, picture) => zoomTo(crop, picture, shownZoom(crop, picture) * factor, pointOf(event)));
  });

  useEffect(() => {
    const element = stage.current;
    const listening = new AbortController();
    // React listens passively, and then the dialog would scroll as well
    element?.addEventListener('wheel', onWheel, { passive: false, signal: listening.signal });
    return () => listening.abort();
  }, [stage]);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || pointers.current.size > 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pointers.current.set(event.pointerId, pointOf(event));
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const from = pointers.current.get(event.pointerId);
    if (!from) return;
    const to = pointOf(event);
    const [other] = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    changeCrop((crop, picture) =>
      other
        ? pinch(crop, picture, [from, other], [to, other])
        : moveBy(crop, picture, { x: to.x - from.x, y: to.y - from.y }),
    );
    pointers.current.set(event.pointerId, to);
  };

  const onPointerEnd = (event: PointerEvent<HTMLElement>) => {
    pointers.current.delete(event.pointerId);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? largeStep : smallStep;
    const arrow = arrows[event.key];
    if (arrow) changeCrop((crop, picture) => moveBy(crop, picture, { x: arrow.x * step, y: arrow.y * step }));
    else if (event.key === '+' || event.key === '=') zoomBy(zoomStep);
    else if (event.key === '-' || event.key === '_') zoomBy(1 / zoomStep);
    else if (event.code === 'KeyR') changeCrop((crop, picture) => rotateBy(crop, picture, event.shiftKey ? -90 : 90));
    else if (event.key === 'Enter' || event.key === ' ') onAsk();
    else return;
    event.preventDefault();
  };

  const zoomBy = (factor: number) =>
    changeCrop((crop, picture) => zoomTo(crop, picture, shownZoom(crop, picture) * factor));

  return { onPointerDown, onPointerMove, onPointerUp: onPointerEnd, onPointerCancel: onPointerEnd, onKeyDown };
}
