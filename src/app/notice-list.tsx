import { lazy, Suspense } from 'react';
import type { HistoryDialog } from '../state/history-dialogs.ts';
import type { NoticeStore } from '../state/notice-store.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { useStore } from '../ui/use-store.ts';

/** What concerns no single run: storage, connection, drafts. */
export function NoticeList({ store, show }: { store: NoticeStore; show: (dialog: HistoryDialog) => void }) {
  const { notices, actions } = useStore(store, (state) => state);
  return notices.map((notice) => (
    <Callout
      key={notice.id}
      tone={notice.tone === 'warning' ? 'warn' : notice.tone}
      title={notice.text}
      actions={
        <>
          <Suspense fallback={null}>
            {notice.remedy && <NoticeRemedy remedy={notice.remedy} show={show} />}
          </Suspense>
          <Button size="small" variant="ghost" onClick={() => actions.dismiss(notice.id)}>
            Dismiss
          </Button>
        </>
      }
    />
  ));
}

const NoticeRemedy = lazy(async () => ({ default: (await import('./notice-remedy.tsx')).NoticeRemedy }));
