export { chartSheet } from '../chart/chart-css.js';
export { ChartPointEvent } from '../chart/chart-point-event.js';
export { OrientirCapacity } from './orientir-capacity.js';
export { OrientirCoverage } from './orientir-coverage.js';
export { OrientirPartnerList } from './orientir-partner-list.js';
export type {
  CapacityData,
  CapacityRow,
  CoverageData,
  CoverageRow,
  PartnerListData,
  PartnerRow,
  SupportOptions,
} from './support-data.js';
export {
  capacityData,
  checkCapacityData,
  checkCoverageData,
  checkPartnerListData,
  coverageData,
  partnerListData,
} from './support-data.js';
export { capacityHtml, coverageHtml, partnerListHtml } from './support-views.js';
