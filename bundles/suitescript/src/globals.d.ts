// NetSuite gives every script a global `log`; the published scripts use it and so do ours.

declare const log: typeof import('N/log');
