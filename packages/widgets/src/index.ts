/**
 * The published plan and charts of school results as custom elements, and the static report. Importing this registers
 * nothing: see `@orientir/widgets/define/…`, an entry for each element.
 *
 * @module
 */

export type { DirectionsData } from './directions/index.js';
export { directionsData, directionsHtml, OrientirDirections } from './directions/index.js';
export type { DynamicsData } from './dynamics/index.js';
export { dynamicsData, dynamicsHtml, OrientirDynamics } from './dynamics/index.js';
export type { FunnelData } from './funnel/index.js';
export { funnelData, funnelHtml, OrientirFunnel } from './funnel/index.js';
export type { ItemCurvesData } from './item-curves/index.js';
export { itemCurvesData, itemCurvesHtml, OrientirItemCurves } from './item-curves/index.js';
export type { JournalData } from './journal/index.js';
export { journalData, journalHtml, OrientirJournal } from './journal/index.js';
export type { MarkerCardData } from './marker-card/index.js';
export {
  markerCardData,
  markerCardHtml,
  markerCardSheet,
  OrientirMarkerCard,
} from './marker-card/index.js';
export type { PlanExtras, PlanFilter, PlanView, PublishedPlan } from './plan/index.js';
export { OrientirPlan, PlanFilterEvent, PlanLoadEvent, PlanViewEvent } from './plan/index.js';
export type { QuadrantData } from './quadrant/index.js';
export { OrientirQuadrant, quadrantHtml } from './quadrant/index.js';
export type { RadarData } from './radar/index.js';
export { OrientirRadar, radarData, radarHtml } from './radar/index.js';
export type { ReportInput } from './report/index.js';
export { renderReport } from './report/index.js';
export type { RiskData } from './risk/index.js';
export { OrientirRisk, riskData, riskHtml, riskSheet } from './risk/index.js';
export type { ScoresData } from './scores/index.js';
export { OrientirScores, scoresData, scoresHtml } from './scores/index.js';
export type { SectionMapData } from './section-map/index.js';
export {
  ChartPointEvent,
  chartSheet,
  OrientirSectionMap,
  sectionMapData,
  sectionMapHtml,
} from './section-map/index.js';
export type { SolveRatesData } from './solve-rates/index.js';
export { OrientirSolveRates, solveRatesData, solveRatesTable } from './solve-rates/index.js';
export type { CapacityData, CoverageData, PartnerListData } from './support/index.js';
export {
  capacityData,
  capacityHtml,
  coverageData,
  coverageHtml,
  OrientirCapacity,
  OrientirCoverage,
  OrientirPartnerList,
  partnerListData,
  partnerListHtml,
} from './support/index.js';
