/** The models of models.ts in descend: the parameters, and what gives the scores. */
import type { nn, Tensor } from '../../src/index.ts';
import type { ModelCase } from './cases.ts';
import type { Descend } from './contender.ts';
import { gpt, lstm, type ModelData, tokens, type Values } from './models.ts';

export interface Model {
  parameters: nn.Parameter[];
  scores: () => Tensor;
}

export function descendModel(lib: Descend, { model }: ModelCase, data: ModelData): Model {
  const { nn, tensor } = lib;
  const made = ({ shape, values }: Values): Tensor => tensor(values, { shape });
  const weights = data.weights.map(made);
  const taken = (): Tensor => weights.shift()!;
  const parameters: nn.Parameter[] = [];
  const own = <M extends nn.Module<never[], unknown>>(module: M): M => {
    parameters.push(...module.parameters());
    return module;
  };
  // PyTorch's layouts are outputs × inputs.
  const linear = (inputs: number, outputs: number, bias = true): nn.Linear => {
    const layer = new nn.Linear(inputs, outputs, { bias });
    layer.loadStateDict({ weight: taken().t(), ...(bias ? { bias: taken() } : {}) });
    return own(layer);
  };
  const conv = (inputs: number, outputs: number): nn.Conv2d => {
    const layer = new nn.Conv2d(inputs, outputs, 3, { padding: 1 });
    layer.loadStateDict({ weight: taken(), bias: taken() });
    return own(layer);
  };
  const norm = (): nn.LayerNorm => {
    const layer = new nn.LayerNorm(gpt.width);
    layer.loadStateDict({ weight: taken(), bias: taken() });
    return own(layer);
  };
  const attention = (): nn.MultiheadAttention => {
    const layer = new nn.MultiheadAttention(gpt.width, gpt.heads, { batchFirst: true });
    layer.loadStateDict({
      ...{ in_proj_weight: taken().t(), in_proj_bias: taken() },
      ...{ 'out_proj.weight': taken().t(), 'out_proj.bias': taken() },
    });
    return own(layer);
  };
  const { gelu } = nn.functional;

  const scores: Record<ModelCase['model'], () => Model['scores']> = {
    cnn: () => {
      const x = made(data.x);
      const layers = new nn.Sequential(
        ...[conv(1, 32), new nn.ReLU(), new nn.MaxPool2d(2), conv(32, 64), new nn.ReLU(), new nn.MaxPool2d(2)],
        ...[new nn.Flatten(), linear(3136, 128), new nn.ReLU(), linear(128, 10)],
      );
      return () => layers.forward(x);
    },
    lstm: () => {
      const x = made(data.x);
      const layer = new nn.LSTM(lstm.inputs, lstm.hidden);
      const [wx, bx, wh, bh] = [taken(), taken(), taken(), taken()];
      layer.loadStateDict({ weight_ih_l0: wx.t(), weight_hh_l0: wh.t(), bias_ih_l0: bx, bias_hh_l0: bh });
      own(layer);
      const head = linear(lstm.hidden, lstm.classes);
      return () => head.forward(layer.forward(x).output).reshape([-1, lstm.classes]);
    },
    gpt: () => {
      const { vocabulary, width, context, batch, layers } = gpt;
      const embedding = (rows: number): nn.Embedding => {
        const layer = new nn.Embedding(rows, width);
        layer.loadStateDict({ weight: taken() });
        return own(layer);
      };
      const [token, position] = [embedding(vocabulary), embedding(context)];
      const blocks = Array.from({ length: layers }, () => ({
        ...{ norm1: norm(), attention: attention(), norm2: norm() },
        ...{ up: linear(width, 4 * width), down: linear(4 * width, width) },
      }));
      const [last, head] = [norm(), linear(width, vocabulary, false)];
      const text = tensor(tokens(), { shape: [batch, context] });
      const places = tensor(Int32Array.from({ length: context }, (_, i) => i));
      return () => {
        let x = token.forward(text).add(position.forward(places));
        for (const { norm1, attention, norm2, up, down } of blocks) {
          const y = norm1.forward(x);
          x = x.add(attention.forward(y, y, y, { isCausal: true, needWeights: false }).output);
          x = x.add(down.forward(gelu(up.forward(norm2.forward(x)), { approximate: 'tanh' })));
        }
        return head.forward(last.forward(x)).reshape([-1, vocabulary]);
      };
    },
  };
  return { scores: scores[model](), parameters };
}
