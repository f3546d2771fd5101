// The mark of the product.

import type { ReactNode } from 'react';
import markUrl from '../style/mark.svg?url';

export function Mark({ size = 24 }: { readonly size?: number }): ReactNode {
  return <img src={markUrl} width={size} height={size} alt="" />;
}
