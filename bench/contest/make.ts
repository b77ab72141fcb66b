/** Contenders by what makes them. Runs in Node and in pages. */
import { jax } from '../peers/js/jax.ts';
import { onnxruntime } from '../peers/js/onnxruntime.ts';
import { tfjs } from '../peers/js/tfjs.ts';
import type { Contender, Place, Spec } from './contender.ts';
import { descend } from './descend.ts';
import { peak } from './peak.ts';

const makers: Record<Spec['maker'], (place: Place, spec: Spec) => Promise<Contender>> = {
  descend,
  tfjs,
  onnxruntime,
  jax,
  peak: (_place, { variant }) => Promise.resolve(peak(variant!)),
};

export const make = (place: Place, spec: Spec): Promise<Contender> => makers[spec.maker](place, spec);
