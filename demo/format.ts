/** Numbers as the page writes them. */
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en', { notation: 'compact' });

export const count = (n: number): string => whole.format(n);
/** Of a share from 0 to 1. */
export const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)} %`;
export const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
/** In few digits: 0.05, 20, 5M. A loss can be 1e10 when it goes wrong. */
export const brief = (value: number): string =>
  value >= 1000 ? compact.format(value) : String(Number(value.toPrecision(2)));
export const loss = (value: number): string => (value >= 1 && value < 1000 ? value.toFixed(2) : brief(value));
