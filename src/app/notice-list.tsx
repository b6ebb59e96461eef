import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Late } from '../ui/late.tsx';
import { latePart } from '../ui/late-part.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';

export type NoticeServices = Pick<Services, 'notices' | 'storage'> & {
  library: Pick<Services['library'], 'dialogs'>;
};

/** What concerns no single run: storage, connection, drafts. */
export function NoticeList({ services }: { services: NoticeServices }) {
  const { notices, actions } = useStore(services.notices, (state) => state);
  return notices.map((notice) => (
    <Callout
      key={notice.id}
      className="notice"
      tone={notice.tone === 'warning' ? 'warn' : notice.tone}
      title={notice.text}
      actions={
        <>
          {notice.remedy && <Late part={noticeRemedy} props={{ remedy: notice.remedy, services }} />}
          <Button size="small" variant="ghost" onClick={() => actions.dismiss(notice.id)}>
            Dismiss
          </Button>
        </>
      }
    />
  ));
}

const noticeRemedy = latePart(async () => (await import('./notice-remedy.tsx')).NoticeRemedy);
