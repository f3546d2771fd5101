// Every setting as a row: filtered, changed one by one, or exchanged as a CSV file.

import type { SettingRow } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { Download, Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { usePlaces } from '../../api/places.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SearchInput } from '../../ui/field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import type { Column } from '../../ui/table.tsx';
import { ImportButton } from './import-button.tsx';
import { SETTINGS_TEXT } from './text.ts';

// The rows do not wait for what narrows them, nor for the dialog that changes one.
const Select = lazy(async () => ({
  default: (await import('../../ui/select.tsx')).Select<string>,
}));
const SettingDialog = lazy(async () => ({
  default: (await import('./setting-dialog.tsx')).SettingDialog,
}));

const NEW: SettingRow = { section: '', key: '', shop: '*', value: '' };

export function SettingsPage(): ReactNode {
  const t = useText(SETTINGS_TEXT);
  const { may } = useSession();
  const mayChange = may('settings.change');
  const [edited, setEdited] = useState<SettingRow | null>(null);
  const query = useQuery({ queryKey: ['settings'], queryFn: async () => api.settings() });
  const rows = query.data ?? [];
  return (
    <Page
      fits
      title={t('mappings')}
      actions={
        <>
          <a className="button button--default" href="/api/settings.csv" download="settings.csv">
            <Download size={16} aria-hidden />
            {t('exportCsv')}
          </a>
          {mayChange && (
            <>
              <ImportButton />
              <Button variant="primary" icon={Plus} onClick={() => setEdited(NEW)}>
                {t('add')}
              </Button>
            </>
          )}
        </>
      }
    >
      <Loaded query={query}>
        {(all) => <SettingTable rows={all} onOpen={mayChange ? setEdited : null} />}
      </Loaded>
      <Suspense>
        {edited !== null && (
          <SettingDialog
            setting={edited}
            sections={sectionsOf(rows)}
            onClose={() => setEdited(null)}
          />
        )}
      </Suspense>
    </Page>
  );
}

function sectionsOf(rows: readonly SettingRow[]): string[] {
  return [...new Set(rows.map(({ section }) => section))].sort();
}

interface SettingTableProps {
  readonly rows: readonly SettingRow[];
  /** null: the person may look only. */
  readonly onOpen: ((row: SettingRow) => void) | null;
}

function SettingTable({ rows, onOpen }: SettingTableProps): ReactNode {
  const t = useText(SETTINGS_TEXT);
  const [section, setSection] = useState('');
  const [search, setSearch] = useState('');
  const columns = useColumns();
  const shown = useMemo(() => {
    const word = search.trim().toLowerCase();
    return rows.filter(
      (row) =>
        (section === '' || row.section === section) &&
        `${row.section} ${row.key} ${row.value}`.toLowerCase().includes(word),
    );
  }, [rows, section, search]);
  const options = [
    { value: '', label: t('everything') },
    ...sectionsOf(rows).map((value) => ({ value, label: value })),
  ];
  return (
    <>
      <div className="row row--wrap">
        <Suspense>
          <Select label={t('section')} value={section} options={options} onChange={setSection} />
        </Suspense>
        <SearchInput
          label={t('search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {shown.length === 0 ? (
        <Empty title={t('none')} more={t('noneMore')} />
      ) : (
        <Table
          label={t('mappings')}
          rows={shown}
          columns={columns}
          keyOf={({ section, key, shop }) => `${section} ${key} ${shop}`}
          {...(onOpen === null ? {} : { onOpen })}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<SettingRow>[] {
  const t = useText(SETTINGS_TEXT);
  const places = usePlaces();
  return useMemo(() => {
    const shopNames = new Map(places.shops.map(({ id, name }) => [id, name]));
    return [
      {
        id: 'section',
        header: t('section'),
        width: 'minmax(0, 1.2fr)',
        sortBy: ({ section }) => section,
        cell: ({ section }) => <span className="soft cut">{section}</span>,
      },
      {
        id: 'key',
        header: t('key'),
        width: 'minmax(0, 1.6fr)',
        sortBy: ({ key }) => key,
        cell: ({ key }) => <span className="strong cut">{key}</span>,
      },
      {
        id: 'shop',
        header: t('shop'),
        width: '150px',
        wideOnly: true,
        sortBy: ({ shop }) => shop,
        cell: ({ shop }) =>
          shop === '*' ? (
            <span className="faint">{t('everyShop')}</span>
          ) : (
            (shopNames.get(shop) ?? shop)
          ),
      },
      {
        id: 'value',
        header: t('value'),
        width: 'minmax(0, 1.6fr)',
        sortBy: ({ value }) => value,
        cell: ({ value }) => <code className="cut">{value}</code>,
      },
    ];
  }, [t, places.shops]);
}
