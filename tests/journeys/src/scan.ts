// A wedge scanner: keys without a pause, then Enter, wherever the focus is. The keys of Playwright are as slow as the
// machine is busy.

import type { Page } from 'playwright-core';

export async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate(`for (const key of [...${JSON.stringify(code)}, 'Enter'])
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))`);
}
