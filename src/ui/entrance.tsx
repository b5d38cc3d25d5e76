import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import { Hall } from './hall.tsx';
import styles from './entrance.module.css';

/** The page before sign-in: the form on one side, the hall on the other, a band of the hall on a phone. */
export function Entrance({ footer, children, brandTo }: { footer?: ReactNode; children: ReactNode; brandTo?: string }) {
  return (
    <div className={styles.entrance}>
      <div className={styles.grid}>
        <Hall />
        <header className={styles.brand}>
          <Brand {...(brandTo ? { to: brandTo } : {})} />
        </header>
        <main className={styles.main} id="main" tabIndex={-1}>
          {children}
        </main>
        {footer && <footer className={styles.footer}>{footer}</footer>}
      </div>
    </div>
  );
}

/** The title of a page before sign-in, with one line under it. The heading can take focus when the page changes. */
export function EntranceTitle({ children, lead }: { children: ReactNode; lead?: ReactNode }) {
  return (
    <div className={styles.title}>
      <h1 tabIndex={-1}>{children}</h1>
      {lead && <p>{lead}</p>}
    </div>
  );
}
