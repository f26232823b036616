import type { ProductSummary } from '../build/summary.js';
import { counted } from './terminal.js';

/** What a benchmark holds, in one line: `8 rules, 3 values, 13 groups, 2 profiles`. */
export const summaryLine = ({ rules, values, groups, profiles }: ProductSummary): string =>
  [
    counted(rules, 'rule'),
    counted(values, 'value'),
    counted(groups, 'group'),
    counted(profiles, 'profile'),
  ].join(', ');
