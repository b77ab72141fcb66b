/** Training and evaluating models. */
export * from './common.ts';
export { learningCurve, type CurveOptions } from './curve.ts';
export { fit } from './fit.ts';
export { progressReport } from './progress.ts';
