import { useEffect, useRef, type ReactNode } from 'react';
import { Doorway } from '../../ui/doorway.tsx';
import { PageTitle } from './page-title.tsx';
import styles from './outcome.module.css';

/** What the page has become after an action: its heading takes the focus, and the title follows. */
export function Outcome({
  icon,
  title,
  action,
  children,
}: {
  icon: ReactNode;
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('h1')?.focus(), []);
  return (
    <div ref={box}>
      <PageTitle page={title} />
      <Doorway icon={icon} title={title} level={1} action={action && <div className={styles.actions}>{action}</div>}>
        {children}
      </Doorway>
    </div>
  );
}
