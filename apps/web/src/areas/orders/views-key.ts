// Where the kept views of the list of orders stand.

export const VIEWS_PAGE = 'orders';
export const VIEWS_KEY: readonly string[] = ['views', VIEWS_PAGE];
