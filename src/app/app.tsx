import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider, type DataRouter } from 'react-router';
import type { Boot } from '../lib/boot.ts';
import { BootContext } from '../lib/boot-context.ts';
import { queryClient } from '../lib/query-client.ts';
import { ToastProvider } from '../ui/toast.tsx';

export function App({ boot, router }: { boot: Boot; router: DataRouter }) {
  return (
    <BootContext value={boot}>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </BootContext>
  );
}
