// The route above all pages: what is shown where there is no page.

import { createRootRoute } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorScreen } from '../ui/error-screen.tsx';
import { UI_TEXT } from '../ui/text.ts';
import { useText } from '../text/use-text.ts';
import { SearchX } from 'lucide-react';

export const rootRoute = createRootRoute({
  notFoundComponent: NotThere,
  errorComponent: ({ error }) => <PageError error={error} />,
});

function NotThere(): ReactNode {
  const t = useText(UI_TEXT);
  return <Empty icon={SearchX} title={t('notThere')} more={t('notThereMore')} />;
}

// A page whose script is gone was built anew on the server: loading the app again brings it.
function PageError({ error }: { readonly error: unknown }): ReactNode {
  const t = useText(UI_TEXT);
  return (
    <div className="page">
      <ErrorScreen error={error} />
      <div className="row" style={{ justifyContent: 'center' }}>
        <Button onClick={() => location.reload()}>{t('tryAgain')}</Button>
      </div>
    </div>
  );
}
