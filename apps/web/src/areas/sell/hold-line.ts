// Holding an article for the basket, and letting it go.

import { ApiError } from '@sendsale/api';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { messageOf } from '../../ui/error-screen.tsx';
import { say } from '../../ui/toasts.tsx';
import { useBasket } from './basket.ts';
import type { BasketLine } from './basket.ts';
import { SELL_TEXT } from './text.ts';

const HOLD_MINUTES = 15;

export type WantedLine = Omit<BasketLine, 'holdId' | 'expiresAt'>;

/** Puts the article into the basket once its units are held; a line of the same article and place is replaced. */
export function useHold(done: () => void) {
  const t = useText(SELL_TEXT);
  const { basket, change } = useBasket();
  return useMutation({
    mutationFn: async (line: WantedLine): Promise<BasketLine> => {
      const { facilityId, productId, quantity } = line;
      const before = basket.lines.find((one) => isSame(one, line));
      // Its own units must not stand in its way.
      if (before !== undefined) await api.releaseHold(before.holdId);
      const holdId = crypto.randomUUID();
      const minutes = HOLD_MINUTES;
      const hold = await api.holdStock({ holdId, facilityId, productId, quantity, minutes });
      return { ...line, holdId, expiresAt: hold.expiresAt };
    },
    meta: { showsErrors: true },
    onSuccess: (line) => {
      change({ lines: [...basket.lines.filter((one) => !isSame(one, line)), line] });
      done();
    },
    onError: (error) => {
      const isGone = error instanceof ApiError && error.code === 'STOCK_NOT_AVAILABLE';
      const isLost = !(error instanceof ApiError);
      say({ tone: 'bad', text: isGone ? t('gone') : isLost ? t('lostHold') : messageOf(error) });
    },
  });
}

function isSame(a: WantedLine, b: WantedLine): boolean {
  return a.variantId === b.variantId && a.facilityId === b.facilityId;
}

/** Takes a line out of the basket. Its hold is let go; one that cannot be reached now ends by itself. */
export function useRelease(): (line: BasketLine) => void {
  const { basket, change } = useBasket();
  return (line) => {
    change({ lines: basket.lines.filter((one) => one.holdId !== line.holdId) });
    api.releaseHold(line.holdId).catch(() => {
      // The hold runs out in minutes.
    });
  };
}
