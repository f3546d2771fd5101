// How long things are kept where the setting retention-days says nothing. 0: for ever.

/**
 * MESSAGES: payloads as they came. FILES: contents of files that left and came. TIMELINES: repeated steps and details
 * of orders that have ended. PROBLEMS: resolved ones, and ended alerts.
 */
export const RETENTION_DAYS = {
  MESSAGES: 90,
  FILES: 400,
  TIMELINES: 0,
  PROBLEMS: 400,
} as const;

export type RetentionName = keyof typeof RETENTION_DAYS;

export const RETENTION_NAMES = Object.keys(RETENTION_DAYS) as readonly RetentionName[];
