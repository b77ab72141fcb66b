const descend = require('descend');
const train = require('./train.cjs');

train(descend);
