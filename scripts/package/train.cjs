// What the built package must be able to do: load the addon and train. Fits y = 2x + 1.
const assert = require('node:assert/strict');

module.exports = function train({ tensor, nn, optim, backendInfo }) {
  const x = tensor([[0], [1], [2], [3]]);
  const y = tensor([[1], [3], [5], [7]]);
  const model = new nn.Linear(1, 1);
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.1 });
  const criterion = new nn.MSELoss();
  const losses = [];
  for (let step = 0; step < 200; step++) {
    optimizer.zeroGrad();
    const loss = criterion.forward(model.forward(x), y);
    loss.backward();
    optimizer.step();
    losses.push(loss.item());
  }
  assert(losses.at(-1) < 1e-3, `the loss did not go down: ${losses[0]} -> ${losses.at(-1)}`);
  assert(Math.abs(model.weight.item() - 2) < 0.1, `weight ${model.weight.item()}, expected 2`);
  console.log(`loss ${losses[0].toFixed(4)} -> ${losses.at(-1).toExponential(2)}`, JSON.stringify(backendInfo()));
};
