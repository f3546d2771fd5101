// Views a person keeps: a name for filters.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BookmarkPlus, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { readOrderSearch } from './order-search.ts';
import type { OrderSearch } from './order-search.ts';
import { ORDERS_TEXT } from './text.ts';
import { VIEWS_KEY, VIEWS_PAGE } from './views-key.ts';

// Loaded when it is opened: nobody waits for it.
const SaveViewDialog = lazy(async () => ({
  default: (await import('./save-view-dialog.tsx')).SaveViewDialog,
}));

const OPEN: OrderSearch = { status: 'CREATED,HOLD,APPROVED' };
const PROBLEMS: OrderSearch = { problem: 'true' };

export function OrderViews({ search }: { readonly search: OrderSearch }): ReactNode {
  const t = useText(ORDERS_TEXT);
  const client = useQueryClient();
  const [isSaving, setSaving] = useState(false);
  const { data: saved = [] } = useQuery({
    queryKey: VIEWS_KEY,
    queryFn: async () => api.savedViews(VIEWS_PAGE),
    staleTime: Infinity,
  });
  const drop = useMutation({
    mutationFn: async (id: number) => api.dropView(VIEWS_PAGE, id),
    onSuccess: async () => client.invalidateQueries({ queryKey: VIEWS_KEY }),
  });
  const built = [
    { key: 'all', label: t('all'), query: {} },
    { key: 'open', label: t('open'), query: OPEN },
    { key: 'problems', label: t('onlyProblems'), query: PROBLEMS },
  ];
  const own = saved.map((view) => ({ ...view, query: readOrderSearch(view.query) }));
  const isBuilt = [...built, ...own].some(({ query }) => isSame(query, search));
  return (
    <nav className="tabs" aria-label={t('views')}>
      {built.map(({ key, label, query }) => (
        <ViewLink key={key} label={label} query={query} search={search} />
      ))}
      {own.map(({ id, name, query }) => (
        <span key={id} className="row" style={{ gap: 0 }}>
          <ViewLink label={name} query={query} search={search} />
          {isSame(query, search) && (
            <IconButton icon={X} label={t('dropView', { name })} onClick={() => drop.mutate(id)} />
          )}
        </span>
      ))}
      {!isBuilt && (
        <Button variant="ghost" icon={BookmarkPlus} onClick={() => setSaving(true)}>
          {t('saveView')}
        </Button>
      )}
      <Suspense>
        {isSaving && <SaveViewDialog search={search} onClose={() => setSaving(false)} />}
      </Suspense>
    </nav>
  );
}

interface ViewLinkProps {
  readonly label: string;
  readonly query: OrderSearch;
  readonly search: OrderSearch;
}

function ViewLink({ label, query, search }: ViewLinkProps): ReactNode {
  return (
    <Link
      to="/orders"
      search={query}
      className="tabs__tab tabs__tab--link"
      activeProps={{}}
      aria-current={isSame(query, search) ? 'page' : undefined}
    >
      {label}
    </Link>
  );
}

function isSame(a: OrderSearch, b: OrderSearch): boolean {
  const text = (search: OrderSearch): string =>
    JSON.stringify(Object.entries(search).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
}
