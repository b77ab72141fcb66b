/** The models of contest/models.ts in TensorFlow.js: makes the variables, gives what computes the scores. */
import type { ModelCase } from '../../contest/cases.ts';
import type { Untyped } from '../../contest/contender.ts';
import { causalMask, gpt, lstm, type ModelData, type Values } from '../../contest/models.ts';

export function tfjsModel(tf: Untyped, { model }: ModelCase, data: ModelData): () => Untyped {
  const made = ({ shape, values }: Values): Untyped => tf.tensor(values, shape);
  const variables = data.weights.map((w) => tf.variable(made(w)));
  const x = made(data.x);
  if (model === 'lstm') return () => lstmScores(tf, x, variables);
  const mask = made(causalMask());
  return () => gptScores(tf, x, mask, variables);
}

function lstmScores(tf: Untyped, x: Untyped, [wx, bx, wh, bh, w, b]: Untyped[]): Untyped {
  const { inputs, hidden, batch, steps } = lstm;
  const projected = tf.add(tf.matMul(tf.reshape(x, [steps * batch, inputs]), wx), tf.add(bx, bh));
  let h = tf.zeros([batch, hidden]);
  let c = tf.zeros([batch, hidden]);
  const outputs = tf.unstack(tf.reshape(projected, [steps, batch, 4 * hidden])).map((at: Untyped) => {
    const [i, f, g, o] = tf.split(tf.add(at, tf.matMul(h, wh)), 4, 1);
    c = tf.add(tf.mul(tf.sigmoid(f), c), tf.mul(tf.sigmoid(i), tf.tanh(g)));
    return (h = tf.mul(tf.sigmoid(o), tf.tanh(c)));
  });
  return tf.add(tf.matMul(tf.concat(outputs, 0), w), b);
}

function gptScores(tf: Untyped, x: Untyped, mask: Untyped, variables: Untyped[]): Untyped {
  const { width, heads, layers, context, batch } = gpt;
  let next = 0;
  const taken = (): Untyped => variables[next++];
  const norm = (a: Untyped): Untyped => {
    const centred = tf.sub(a, tf.mean(a, -1, true));
    const variance = tf.mean(tf.square(centred), -1, true);
    return tf.add(tf.mul(tf.mul(centred, tf.rsqrt(tf.add(variance, 1e-5))), taken()), taken());
  };
  const linear = (a: Untyped): Untyped => tf.add(tf.matMul(a, taken()), taken());
  // A product with rows of one 1: the gradient of a gather is slower.
  const embedded = tf.reshape(tf.matMul(x, taken()), [batch, context, width]);
  let h = tf.reshape(tf.add(embedded, taken()), [batch * context, width]);
  for (let layer = 0; layer < layers; layer++) {
    const [q, k, v] = tf
      .split(linear(norm(h)), 3, 1)
      .map((part: Untyped) => tf.transpose(tf.reshape(part, [batch, context, heads, width / heads]), [0, 2, 1, 3]));
    const scores = tf.mul(tf.matMul(q, k, false, true), 1 / Math.sqrt(width / heads));
    const mixed = tf.transpose(tf.matMul(tf.softmax(tf.add(scores, mask)), v), [0, 2, 1, 3]);
    h = tf.add(h, linear(tf.reshape(mixed, [batch * context, width])));
    h = tf.add(h, linear(geluTanh(tf, linear(norm(h)))));
  }
  return tf.matMul(norm(h), taken());
}

function geluTanh(tf: Untyped, x: Untyped): Untyped {
  const inner = tf.mul(Math.sqrt(2 / Math.PI), tf.add(x, tf.mul(0.044715, tf.mul(x, tf.mul(x, x)))));
  return tf.mul(tf.mul(0.5, x), tf.add(1, tf.tanh(inner)));
}

export const tfjsGelu = (tf: Untyped, x: Untyped): Untyped =>
  tf.mul(tf.mul(0.5, x), tf.add(1, tf.erf(tf.mul(x, Math.SQRT1_2))));
