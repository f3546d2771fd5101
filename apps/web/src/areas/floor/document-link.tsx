// A paper to print, opened beside the screen.

import { documentAddress } from '@sendsale/api';
import type { DocumentKind } from '@sendsale/api';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLanguage } from '../../text/use-text.ts';

interface DocumentLinkProps {
  readonly facilityId: string;
  readonly kind: DocumentKind;
  /** The list, or the order. */
  readonly of: string;
  /** Of a label that is printed before the parcel has left. */
  readonly parcel?: { readonly carrier: string; readonly trackingNumber: string };
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}

export function DocumentLink(props: DocumentLinkProps): ReactNode {
  const { facilityId, kind, of, parcel = {}, icon: Icon, children } = props;
  const language = useLanguage();
  return (
    <a
      className="button"
      href={documentAddress(facilityId, { kind, of, language, ...parcel })}
      target="_blank"
      rel="noreferrer"
    >
      <Icon size={16} aria-hidden /> {children}
    </a>
  );
}
