export interface LongTask {
  start: number;
  duration: number;
}

/** What the probe finds, in ms since the visit began. */
export interface Probe {
  visit: { start: number; fcp: number | null; longTasks: LongTask[]; documents: number };
  lcp: number | null;
  cls: number;
  readyAt: number | null;
  /** The longest event of an interaction. */
  eventDuration: number;
  usable: (selector: string) => boolean;
  /** Starts the watch at the next click; `nextScreen` resolves when the selector has been painted. */
  arm: (selector: string) => void;
  nextScreen: Promise<number> | undefined;
}

declare global {
  interface Window {
    foyerProbe: Probe;
  }
}

/** Runs in the page before any of its scripts. Self-contained: it is sent there as text. */
export function installProbe(readySelector: string): void {
  if (window !== window.top || !location.protocol.startsWith('http')) return;

  // A redirect replaces the document; the visit began with the first one of this tab.
  const key = 'foyer-probe-visit';
  const fresh: Probe['visit'] = { start: performance.timeOrigin, fcp: null, longTasks: [], documents: 0 };
  const visit = (JSON.parse(sessionStorage.getItem(key) ?? 'null') as Probe['visit'] | null) ?? fresh;
  visit.documents += 1;
  const offset = performance.timeOrigin - visit.start;
  const save = () => sessionStorage.setItem(key, JSON.stringify(visit));
  save();

  const usable = (selector: string) => {
    const element = document.querySelector(selector);
    if (!element || ('disabled' in element && element.disabled === true)) return false;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0;
  };
  /** Resolves right after the first frame with the control in it has been handed to the compositor. */
  const painted = (selector: string) =>
    new Promise<number>((done) => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => done(performance.now()));
      channel.port1.start();
      const check = () => {
        if (usable(selector)) channel.port2.postMessage(0);
        else requestAnimationFrame(check);
      };
      requestAnimationFrame(check);
    });
  const arm = (selector: string) => {
    probe.eventDuration = 0;
    probe.nextScreen = new Promise((done) => {
      const onClick = (event: Event) => void painted(selector).then((now) => done(now - event.timeStamp));
      addEventListener('click', onClick, { capture: true, once: true });
    });
  };
  const probe: Probe = {
    visit,
    lcp: null,
    cls: 0,
    readyAt: null,
    eventDuration: 0,
    usable,
    arm,
    nextScreen: undefined,
  };
  window.foyerProbe = probe;

  type Entry = PerformanceEntry & { interactionId?: number; hadRecentInput?: boolean; value?: number };
  const observe = (
    type: string,
    each: (entry: Entry) => void,
    options: PerformanceObserverInit & { durationThreshold?: number } = {},
  ) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(each));
    observer.observe({ type, buffered: true, ...options });
    addEventListener('pagehide', () => {
      observer.takeRecords().forEach(each);
      save();
    });
  };
  observe('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') visit.fcp ??= offset + entry.startTime;
  });
  observe('largest-contentful-paint', (entry) => {
    probe.lcp = offset + entry.startTime;
  });
  observe('longtask', ({ startTime, duration }) => visit.longTasks.push({ start: offset + startTime, duration }));
  const onEvent = (entry: Entry) => {
    if (entry.interactionId) probe.eventDuration = Math.max(probe.eventDuration, entry.duration);
  };
  observe('event', onEvent, { durationThreshold: 16 });

  // CLS: the worst burst of shifts (gaps under 1 s, at most 5 s long), as web-vitals defines it.
  let burst = { value: 0, first: 0, last: Number.NEGATIVE_INFINITY };
  observe('layout-shift', ({ hadRecentInput, startTime, value = 0 }) => {
    if (hadRecentInput) return;
    const joins = startTime - burst.last < 1000 && startTime - burst.first < 5000;
    burst = { value: joins ? burst.value + value : value, first: joins ? burst.first : startTime, last: startTime };
    probe.cls = Math.max(probe.cls, burst.value);
  });

  void painted(readySelector).then((now) => {
    probe.readyAt = offset + now;
  });
}
