// The parts of the page, as its address names them.

export const BROKERING_TABS = ['rules', 'trial', 'runs', 'versions'] as const;
export type BrokeringTab = (typeof BROKERING_TABS)[number];
