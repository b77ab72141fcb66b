/** The models of contest/models.ts in jax-js: from parameters and input, both used up, to scores. */
import type { ModelCase } from '../../contest/cases.ts';
import type { Untyped } from '../../contest/contender.ts';
import { causalMask, cnn, gpt, lstm } from '../../contest/models.ts';

type Scores = (params: Untyped[], x: Untyped) => Untyped;

export const jaxModel = (lib: Untyped, { model }: ModelCase): Scores => makers[model](lib);

const makers: Record<ModelCase['model'], (lib: Untyped) => Scores> = {
  cnn: ({ numpy: np, nn, lax }) => {
    const conv = (x: Untyped, weight: Untyped, bias: Untyped): Untyped => {
      const y = lax.conv(x, weight, [1, 1], 'SAME').add(bias.reshape([-1, 1, 1]));
      const [n, c, h, w] = y.shape;
      // The largest of 2 × 2 of what is not negative.
      return np.max(np.max(nn.relu(y).reshape([n, c, h / 2, 2, w / 2, 2]), 5), 3);
    };
    return ([w1, b1, w2, b2, w3, b3, w4, b4], x) => {
      const h = conv(conv(x, w1, b1), w2, b2).reshape([cnn.batch, -1]);
      return np.matmul(nn.relu(np.matmul(h, w3).add(b3)), w4).add(b4);
    };
  },
  lstm: ({ numpy: np, nn }) => {
    const { inputs, hidden, batch, steps } = lstm;
    return ([wx, bx, wh, bh, w, b], x) => {
      const projected = np.matmul(x.reshape([steps * batch, inputs]), wx).add(bx.add(bh));
      let h = np.zeros([batch, hidden]);
      let c = np.zeros([batch, hidden]);
      const outputs = np.split(projected.reshape([steps, batch, 4 * hidden]), steps, 0).map((at: Untyped) => {
        const gates = at.reshape([batch, 4 * hidden]).add(np.matmul(h, wh.ref));
        const [i, f, g, o] = np.split(gates, 4, 1);
        c = nn
          .sigmoid(f)
          .mul(c)
          .add(nn.sigmoid(i).mul(np.tanh(g)));
        h = nn.sigmoid(o).mul(np.tanh(c.ref));
        return h.ref;
      });
      for (const last of [h, c, wh]) last.dispose();
      return np.matmul(np.concatenate(outputs, 0), w).add(b);
    };
  },
  gpt: ({ numpy: np, nn }) => {
    const { width, heads, layers, context, batch } = gpt;
    const { shape, values } = causalMask();
    const mask = np.array(values).reshape(shape);
    return (params, x) => {
      let next = 0;
      const taken = (): Untyped => params[next++];
      const norm = (a: Untyped): Untyped => nn.standardize(a, -1).mul(taken()).add(taken());
      const linear = (a: Untyped): Untyped => np.matmul(a, taken()).add(taken());
      const embedded = np.matmul(x, taken()).reshape([batch, context, width]);
      let h = embedded.add(taken()).reshape([batch * context, width]);
      for (let layer = 0; layer < layers; layer++) {
        const parts = linear(norm(h.ref)).reshape([batch, context, 3, heads, width / heads]);
        const [q, k, v] = np
          .split(parts.transpose([2, 0, 3, 1, 4]), 3, 0)
          .map((part: Untyped) => part.reshape([batch, heads, context, width / heads]));
        const scores = np.matmul(q, k.transpose([0, 1, 3, 2])).mul(1 / Math.sqrt(width / heads));
        const mixed = np.matmul(nn.softmax(scores.add(mask.ref), -1), v).transpose([0, 2, 1, 3]);
        h = h.add(linear(mixed.reshape([batch * context, width])));
        h = h.ref.add(linear(nn.gelu(linear(norm(h)))));
      }
      return np.matmul(norm(h), taken());
    };
  },
};
