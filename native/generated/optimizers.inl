// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.

// https://pytorch.org/docs/stable/generated/torch.optim.SGD.html
struct step_sgd {
  static constexpr int state = 1, hyper = 6, scalars = 2;
  // counter: the step count, then for each number that is kept its value after the last step and before it
  static void advance(const double* cell, float* counter) {
    const double step = counter[0] += 1;


    (void)cell; (void)step;
  }
  static void prepare(const double* cell, const float* counter, double* out) {
    const double step = counter[0];
    const double lr = cell[0], momentum = cell[1], dampening = cell[2], weightDecay = cell[3], nesterov = cell[4], maximize = cell[5];

    const double keep = ((step == 1) ? 0 : momentum);
    const double take = ((step == 1) ? 1 : (1 - dampening));
    out[0] = keep;
    out[1] = take;
    (void)step; (void)out; (void)lr; (void)momentum; (void)dampening; (void)weightDecay; (void)nesterov; (void)maximize;
  }
  // at: parameter, gradient, state; each readable and writable up to a whole number of vectors
  template <class T>
  static void run(const double* cell, const double* computed, T* const* at, long n) {
    using V = Vec<T>;
    const V v_lr = V(T(cell[0])),
            v_momentum = V(T(cell[1])),
            v_weightDecay = V(T(cell[3])),
            v_nesterov = V(T(cell[4])),
            v_maximize = V(T(cell[5])),
            v_keep = V(T(computed[0])),
            v_take = V(T(computed[1]));
    (void)computed;
    for (long k = 0; k < n; k += V::N) {
      V p = V::load(at[0] + k);
      V g = V::load(at[1] + k);
      V momentumBuffer = V::load(at[2] + k);
      V g0 = ((V(1) - (V(2) * v_maximize)) * g);
      V g1 = (g0 + (v_weightDecay * p));
      momentumBuffer = ((v_keep * momentumBuffer) + (v_take * g1));
      V d = select((v_momentum == V(0)), g1, select((v_nesterov != V(0)), (g1 + (v_momentum * momentumBuffer)), momentumBuffer));
      p = (p - (v_lr * d));
      p.store(at[0] + k);
      momentumBuffer.store(at[2] + k);
    }
  }
};

// https://pytorch.org/docs/stable/generated/torch.optim.Adagrad.html
struct step_adagrad {
  static constexpr int state = 1, hyper = 5, scalars = 1;
  // counter: the step count, then for each number that is kept its value after the last step and before it
  static void advance(const double* cell, float* counter) {
    const double step = counter[0] += 1;


    (void)cell; (void)step;
  }
  static void prepare(const double* cell, const float* counter, double* out) {
    const double step = counter[0];
    const double lr = cell[0], lrDecay = cell[1], weightDecay = cell[2], eps = cell[3], maximize = cell[4];

    const double rate = (lr / (1 + ((step - 1) * lrDecay)));
    out[0] = rate;
    (void)step; (void)out; (void)lr; (void)lrDecay; (void)weightDecay; (void)eps; (void)maximize;
  }
  // at: parameter, gradient, state; each readable and writable up to a whole number of vectors
  template <class T>
  static void run(const double* cell, const double* computed, T* const* at, long n) {
    using V = Vec<T>;
    const V v_weightDecay = V(T(cell[2])),
            v_eps = V(T(cell[3])),
            v_maximize = V(T(cell[4])),
            v_rate = V(T(computed[0]));
    (void)computed;
    for (long k = 0; k < n; k += V::N) {
      V p = V::load(at[0] + k);
      V g = V::load(at[1] + k);
      V sum = V::load(at[2] + k);
      V g0 = ((V(1) - (V(2) * v_maximize)) * g);
      V g1 = (g0 + (v_weightDecay * p));
      sum = (sum + (g1 * g1));
      p = (p - ((v_rate * g1) / (sqrt(sum) + v_eps)));
      p.store(at[0] + k);
      sum.store(at[2] + k);
    }
  }
};

// https://pytorch.org/docs/stable/generated/torch.optim.RMSprop.html
struct step_rmsprop {
  static constexpr int state = 3, hyper = 7, scalars = 1;
  // counter: the step count, then for each number that is kept its value after the last step and before it
  static void advance(const double* cell, float* counter) {
    const double step = counter[0] += 1;


    (void)cell; (void)step;
  }
  static void prepare(const double* cell, const float* counter, double* out) {
    const double step = counter[0];
    const double lr = cell[0], alpha = cell[1], eps = cell[2], weightDecay = cell[3], momentum = cell[4], centered = cell[5], maximize = cell[6];

    const double take = (1 - alpha);
    out[0] = take;
    (void)step; (void)out; (void)lr; (void)alpha; (void)eps; (void)weightDecay; (void)momentum; (void)centered; (void)maximize;
  }
  // at: parameter, gradient, state; each readable and writable up to a whole number of vectors
  template <class T>
  static void run(const double* cell, const double* computed, T* const* at, long n) {
    using V = Vec<T>;
    const V v_lr = V(T(cell[0])),
            v_alpha = V(T(cell[1])),
            v_eps = V(T(cell[2])),
            v_weightDecay = V(T(cell[3])),
            v_momentum = V(T(cell[4])),
            v_centered = V(T(cell[5])),
            v_maximize = V(T(cell[6])),
            v_take = V(T(computed[0]));
    (void)computed;
    for (long k = 0; k < n; k += V::N) {
      V p = V::load(at[0] + k);
      V g = V::load(at[1] + k);
      V squareAvg = V::load(at[2] + k);
      V gradAvg = V::load(at[3] + k);
      V momentumBuffer = V::load(at[4] + k);
      V g0 = ((V(1) - (V(2) * v_maximize)) * g);
      V g1 = (g0 + (v_weightDecay * p));
      squareAvg = ((v_alpha * squareAvg) + ((v_take * g1) * g1));
      gradAvg = select((v_centered != V(0)), ((v_alpha * gradAvg) + (v_take * g1)), V(0));
      V d = (g1 / (sqrt((squareAvg - (gradAvg * gradAvg))) + v_eps));
      momentumBuffer = ((v_momentum * momentumBuffer) + d);
      p = (p - (v_lr * momentumBuffer));
      p.store(at[0] + k);
      squareAvg.store(at[2] + k);
      gradAvg.store(at[3] + k);
      momentumBuffer.store(at[4] + k);
    }
  }
};

// Adam and, with decoupled weight decay, AdamW. https://pytorch.org/docs/stable/generated/torch.optim.AdamW.html
struct step_adam {
  static constexpr int state = 3, hyper = 8, scalars = 6;
  // counter: the step count, then for each number that is kept its value after the last step and before it
  static void advance(const double* cell, float* counter) {
    const double step = counter[0] += 1;


    (void)cell; (void)step;
  }
  static void prepare(const double* cell, const float* counter, double* out) {
    const double step = counter[0];
    const double lr = cell[0], beta1 = cell[1], beta2 = cell[2], eps = cell[3], weightDecay = cell[4], amsgrad = cell[5], maximize = cell[6], decoupled = cell[7];

    const double take1 = (1 - beta1);
    const double take2 = (1 - beta2);
    const double rate = (lr / (1 - __builtin_pow(beta1, step)));
    const double correction = (1 / __builtin_sqrt((1 - __builtin_pow(beta2, step))));
    const double shrink = ((decoupled != 0) ? (1 - (lr * weightDecay)) : 1);
    const double penalty = ((decoupled != 0) ? 0 : weightDecay);
    out[0] = take1;
    out[1] = take2;
    out[2] = rate;
    out[3] = correction;
    out[4] = shrink;
    out[5] = penalty;
    (void)step; (void)out; (void)lr; (void)beta1; (void)beta2; (void)eps; (void)weightDecay; (void)amsgrad; (void)maximize; (void)decoupled;
  }
  // at: parameter, gradient, state; each readable and writable up to a whole number of vectors
  template <class T>
  static void run(const double* cell, const double* computed, T* const* at, long n) {
    using V = Vec<T>;
    const V v_beta2 = V(T(cell[2])),
            v_eps = V(T(cell[3])),
            v_maximize = V(T(cell[6])),
            v_take1 = V(T(computed[0])),
            v_take2 = V(T(computed[1])),
            v_rate = V(T(computed[2])),
            v_correction = V(T(computed[3])),
            v_shrink = V(T(computed[4])),
            v_penalty = V(T(computed[5]));
    (void)computed;
    for (long k = 0; k < n; k += V::N) {
      V p = V::load(at[0] + k);
      V g = V::load(at[1] + k);
      V expAvg = V::load(at[2] + k);
      V expAvgSq = V::load(at[3] + k);
      V maxExpAvgSq = V::load(at[4] + k);
      V g0 = ((V(1) - (V(2) * v_maximize)) * g);
      V g1 = (g0 + (v_penalty * p));
      expAvg = (expAvg + (v_take1 * (g1 - expAvg)));
      expAvgSq = ((v_beta2 * expAvgSq) + ((v_take2 * g1) * g1));
      maxExpAvgSq = select((maxExpAvgSq > expAvgSq), maxExpAvgSq, expAvgSq);
      p = ((p * v_shrink) - ((v_rate * expAvg) / ((v_correction * sqrt(maxExpAvgSq)) + v_eps)));
      p.store(at[0] + k);
      expAvg.store(at[2] + k);
      expAvgSq.store(at[3] + k);
      maxExpAvgSq.store(at[4] + k);
    }
  }
};

// https://pytorch.org/docs/stable/generated/torch.optim.NAdam.html
struct step_nadam {
  static constexpr int state = 2, hyper = 8, scalars = 8;
  // counter: the step count, then for each number that is kept its value after the last step and before it
  static void advance(const double* cell, float* counter) {
    const double step = counter[0] += 1;
    const double lr = cell[0], beta1 = cell[1], beta2 = cell[2], eps = cell[3], weightDecay = cell[4], maximize = cell[5], decoupled = cell[6], momentumDecay = cell[7], muProduct = counter[1];
    counter[2] = counter[1];
    counter[1] = static_cast<float>((muProduct * (beta1 * (1 - (5e-1 * __builtin_pow(9.6e-1, (step * momentumDecay)))))));
    (void)cell; (void)step; (void)lr; (void)beta1; (void)beta2; (void)eps; (void)weightDecay; (void)maximize; (void)decoupled; (void)momentumDecay; (void)muProduct;
  }
  static void prepare(const double* cell, const float* counter, double* out) {
    const double step = counter[0];
    const double lr = cell[0], beta1 = cell[1], beta2 = cell[2], eps = cell[3], weightDecay = cell[4], maximize = cell[5], decoupled = cell[6], momentumDecay = cell[7];
    const double muProduct_next = counter[1], muProduct = counter[2];
    const double take1 = (1 - beta1);
    const double take2 = (1 - beta2);
    const double shrink = ((decoupled != 0) ? (1 - (lr * weightDecay)) : 1);
    const double penalty = ((decoupled != 0) ? 0 : weightDecay);
    const double muNext = (beta1 * (1 - (5e-1 * __builtin_pow(9.6e-1, ((step + 1) * momentumDecay)))));
    const double takeG = ((lr * (1 - (beta1 * (1 - (5e-1 * __builtin_pow(9.6e-1, (step * momentumDecay))))))) / (1 - muProduct_next));
    const double takeM = ((lr * muNext) / (1 - (muProduct_next * muNext)));
    const double a = (1 / __builtin_sqrt((1 - __builtin_pow(beta2, step))));
    const double b = eps;
    out[0] = take1;
    out[1] = take2;
    out[2] = shrink;
    out[3] = penalty;
    out[4] = takeG;
    out[5] = takeM;
    out[6] = a;
    out[7] = b;
    (void)step; (void)out; (void)lr; (void)beta1; (void)beta2; (void)eps; (void)weightDecay; (void)maximize; (void)decoupled; (void)momentumDecay; (void)muProduct; (void)muProduct_next;
  }
  // at: parameter, gradient, state; each readable and writable up to a whole number of vectors
  template <class T>
  static void run(const double* cell, const double* computed, T* const* at, long n) {
    using V = Vec<T>;
    const V v_beta2 = V(T(cell[2])),
            v_maximize = V(T(cell[5])),
            v_take1 = V(T(computed[0])),
            v_take2 = V(T(computed[1])),
            v_shrink = V(T(computed[2])),
            v_penalty = V(T(computed[3])),
            v_takeG = V(T(computed[4])),
            v_takeM = V(T(computed[5])),
            v_a = V(T(computed[6])),
            v_b = V(T(computed[7]));
    (void)computed;
    for (long k = 0; k < n; k += V::N) {
      V p = V::load(at[0] + k);
      V g = V::load(at[1] + k);
      V expAvg = V::load(at[2] + k);
      V expAvgSq = V::load(at[3] + k);
      V g0 = ((V(1) - (V(2) * v_maximize)) * g);
      V g1 = (g0 + (v_penalty * p));
      expAvg = (expAvg + (v_take1 * (g1 - expAvg)));
      expAvgSq = ((v_beta2 * expAvgSq) + ((v_take2 * g1) * g1));
      p = ((p * v_shrink) - (((v_takeG * g1) + (v_takeM * expAvg)) / ((v_a * sqrt(expAvgSq)) + v_b)));
      p.store(at[0] + k);
      expAvg.store(at[2] + k);
      expAvgSq.store(at[3] + k);
    }
  }
};

// https://pytorch.org/docs/stable/generated/torch.optim.RAdam.html
struct step_radam {
  static constexpr int state = 2, hyper = 7, scalars = 8;
  // counter: the step count, then for each number that is kept its value after the last step and before it
  static void advance(const double* cell, float* counter) {
    const double step = counter[0] += 1;


    (void)cell; (void)step;
  }
  static void prepare(const double* cell, const float* counter, double* out) {
    const double step = counter[0];
    const double lr = cell[0], beta1 = cell[1], beta2 = cell[2], eps = cell[3], weightDecay = cell[4], maximize = cell[5], decoupled = cell[6];

    const double take1 = (1 - beta1);
    const double take2 = (1 - beta2);
    const double shrink = ((decoupled != 0) ? (1 - (lr * weightDecay)) : 1);
    const double penalty = ((decoupled != 0) ? 0 : weightDecay);
    const double limit = ((2 / (1 - beta2)) - 1);
    const double power = __builtin_pow(beta2, step);
    const double length = (limit - (((2 * step) * power) / (1 - power)));
    const double squared = ((((length - 4) * (length - 2)) * limit) / (((limit - 4) * (limit - 2)) * length));
    const double rectified = ((length > 5) ? __builtin_sqrt((squared * (1 - power))) : 1);
    const double takeG = 0;
    const double takeM = ((lr / (1 - __builtin_pow(beta1, step))) * rectified);
    const double a = ((length > 5) ? 1 : 0);
    const double b = ((length > 5) ? eps : 1);
    out[0] = take1;
    out[1] = take2;
    out[2] = shrink;
    out[3] = penalty;
    out[4] = takeG;
    out[5] = takeM;
    out[6] = a;
    out[7] = b;
    (void)step; (void)out; (void)lr; (void)beta1; (void)beta2; (void)eps; (void)weightDecay; (void)maximize; (void)decoupled;
  }
  // at: parameter, gradient, state; each readable and writable up to a whole number of vectors
  template <class T>
  static void run(const double* cell, const double* computed, T* const* at, long n) {
    using V = Vec<T>;
    const V v_beta2 = V(T(cell[2])),
            v_maximize = V(T(cell[5])),
            v_take1 = V(T(computed[0])),
            v_take2 = V(T(computed[1])),
            v_shrink = V(T(computed[2])),
            v_penalty = V(T(computed[3])),
            v_takeG = V(T(computed[4])),
            v_takeM = V(T(computed[5])),
            v_a = V(T(computed[6])),
            v_b = V(T(computed[7]));
    (void)computed;
    for (long k = 0; k < n; k += V::N) {
      V p = V::load(at[0] + k);
      V g = V::load(at[1] + k);
      V expAvg = V::load(at[2] + k);
      V expAvgSq = V::load(at[3] + k);
      V g0 = ((V(1) - (V(2) * v_maximize)) * g);
      V g1 = (g0 + (v_penalty * p));
      expAvg = (expAvg + (v_take1 * (g1 - expAvg)));
      expAvgSq = ((v_beta2 * expAvgSq) + ((v_take2 * g1) * g1));
      p = ((p * v_shrink) - (((v_takeG * g1) + (v_takeM * expAvg)) / ((v_a * sqrt(expAvgSq)) + v_b)));
      p.store(at[0] + k);
      expAvg.store(at[2] + k);
      expAvgSq.store(at[3] + k);
    }
  }
};

// Adam whose eps is not corrected, as SparseAdam has it. https://pytorch.org/docs/stable/generated/torch.optim.SparseAdam.html
struct step_sparseAdam {
  static constexpr int state = 2, hyper = 7, scalars = 8;
  // counter: the step count, then for each number that is kept its value after the last step and before it
  static void advance(const double* cell, float* counter) {
    const double step = counter[0] += 1;


    (void)cell; (void)step;
  }
  static void prepare(const double* cell, const float* counter, double* out) {
    const double step = counter[0];
    const double lr = cell[0], beta1 = cell[1], beta2 = cell[2], eps = cell[3], weightDecay = cell[4], maximize = cell[5], decoupled = cell[6];

    const double take1 = (1 - beta1);
    const double take2 = (1 - beta2);
    const double shrink = ((decoupled != 0) ? (1 - (lr * weightDecay)) : 1);
    const double penalty = ((decoupled != 0) ? 0 : weightDecay);
    const double takeG = 0;
    const double takeM = ((lr * __builtin_sqrt((1 - __builtin_pow(beta2, step)))) / (1 - __builtin_pow(beta1, step)));
    const double a = 1;
    const double b = eps;
    out[0] = take1;
    out[1] = take2;
    out[2] = shrink;
    out[3] = penalty;
    out[4] = takeG;
    out[5] = takeM;
    out[6] = a;
    out[7] = b;
    (void)step; (void)out; (void)lr; (void)beta1; (void)beta2; (void)eps; (void)weightDecay; (void)maximize; (void)decoupled;
  }
  // at: parameter, gradient, state; each readable and writable up to a whole number of vectors
  template <class T>
  static void run(const double* cell, const double* computed, T* const* at, long n) {
    using V = Vec<T>;
    const V v_beta2 = V(T(cell[2])),
            v_maximize = V(T(cell[5])),
            v_take1 = V(T(computed[0])),
            v_take2 = V(T(computed[1])),
            v_shrink = V(T(computed[2])),
            v_penalty = V(T(computed[3])),
            v_takeG = V(T(computed[4])),
            v_takeM = V(T(computed[5])),
            v_a = V(T(computed[6])),
            v_b = V(T(computed[7]));
    (void)computed;
    for (long k = 0; k < n; k += V::N) {
      V p = V::load(at[0] + k);
      V g = V::load(at[1] + k);
      V expAvg = V::load(at[2] + k);
      V expAvgSq = V::load(at[3] + k);
      V g0 = ((V(1) - (V(2) * v_maximize)) * g);
      V g1 = (g0 + (v_penalty * p));
      expAvg = (expAvg + (v_take1 * (g1 - expAvg)));
      expAvgSq = ((v_beta2 * expAvgSq) + ((v_take2 * g1) * g1));
      p = ((p * v_shrink) - (((v_takeG * g1) + (v_takeM * expAvg)) / ((v_a * sqrt(expAvgSq)) + v_b)));
      p.store(at[0] + k);
      expAvg.store(at[2] + k);
      expAvgSq.store(at[3] + k);
    }
  }
};

// https://pytorch.org/docs/stable/generated/torch.optim.Adamax.html
struct step_adamax {
  static constexpr int state = 2, hyper = 6, scalars = 2;
  // counter: the step count, then for each number that is kept its value after the last step and before it
  static void advance(const double* cell, float* counter) {
    const double step = counter[0] += 1;


    (void)cell; (void)step;
  }
  static void prepare(const double* cell, const float* counter, double* out) {
    const double step = counter[0];
    const double lr = cell[0], beta1 = cell[1], beta2 = cell[2], eps = cell[3], weightDecay = cell[4], maximize = cell[5];

    const double take1 = (1 - beta1);
    const double rate = (lr / (1 - __builtin_pow(beta1, step)));
    out[0] = take1;
    out[1] = rate;
    (void)step; (void)out; (void)lr; (void)beta1; (void)beta2; (void)eps; (void)weightDecay; (void)maximize;
  }
  // at: parameter, gradient, state; each readable and writable up to a whole number of vectors
  template <class T>
  static void run(const double* cell, const double* computed, T* const* at, long n) {
    using V = Vec<T>;
    const V v_beta2 = V(T(cell[2])),
            v_eps = V(T(cell[3])),
            v_weightDecay = V(T(cell[4])),
            v_maximize = V(T(cell[5])),
            v_take1 = V(T(computed[0])),
            v_rate = V(T(computed[1]));
    (void)computed;
    for (long k = 0; k < n; k += V::N) {
      V p = V::load(at[0] + k);
      V g = V::load(at[1] + k);
      V expAvg = V::load(at[2] + k);
      V expInf = V::load(at[3] + k);
      V g0 = ((V(1) - (V(2) * v_maximize)) * g);
      V g1 = (g0 + (v_weightDecay * p));
      expAvg = (expAvg + (v_take1 * (g1 - expAvg)));
      expInf = maximum((v_beta2 * expInf), (abs(g1) + v_eps));
      p = (p - ((v_rate * expAvg) / expInf));
      p.store(at[0] + k);
      expAvg.store(at[2] + k);
      expInf.store(at[3] + k);
    }
  }
};

// https://pytorch.org/docs/stable/generated/torch.optim.Adadelta.html
struct step_adadelta {
  static constexpr int state = 2, hyper = 5, scalars = 1;
  // counter: the step count, then for each number that is kept its value after the last step and before it
  static void advance(const double* cell, float* counter) {
    const double step = counter[0] += 1;


    (void)cell; (void)step;
  }
  static void prepare(const double* cell, const float* counter, double* out) {
    const double step = counter[0];
    const double lr = cell[0], rho = cell[1], eps = cell[2], weightDecay = cell[3], maximize = cell[4];

    const double take = (1 - rho);
    out[0] = take;
    (void)step; (void)out; (void)lr; (void)rho; (void)eps; (void)weightDecay; (void)maximize;
  }
  // at: parameter, gradient, state; each readable and writable up to a whole number of vectors
  template <class T>
  static void run(const double* cell, const double* computed, T* const* at, long n) {
    using V = Vec<T>;
    const V v_lr = V(T(cell[0])),
            v_rho = V(T(cell[1])),
            v_eps = V(T(cell[2])),
            v_weightDecay = V(T(cell[3])),
            v_maximize = V(T(cell[4])),
            v_take = V(T(computed[0]));
    (void)computed;
    for (long k = 0; k < n; k += V::N) {
      V p = V::load(at[0] + k);
      V g = V::load(at[1] + k);
      V squareAvg = V::load(at[2] + k);
      V accDelta = V::load(at[3] + k);
      V g0 = ((V(1) - (V(2) * v_maximize)) * g);
      V g1 = (g0 + (v_weightDecay * p));
      squareAvg = ((v_rho * squareAvg) + ((v_take * g1) * g1));
      V d = ((sqrt((accDelta + v_eps)) / sqrt((squareAvg + v_eps))) * g1);
      accDelta = ((v_rho * accDelta) + ((v_take * d) * d));
      p = (p - (v_lr * d));
      p.store(at[0] + k);
      squareAvg.store(at[2] + k);
      accDelta.store(at[3] + k);
    }
  }
};

// https://pytorch.org/docs/stable/generated/torch.optim.Rprop.html
struct step_rprop {
  static constexpr int state = 2, hyper = 5, scalars = 0;
  // counter: the step count, then for each number that is kept its value after the last step and before it
  static void advance(const double* cell, float* counter) {
    const double step = counter[0] += 1;


    (void)cell; (void)step;
  }
  static void prepare(const double* cell, const float* counter, double* out) {
    const double step = counter[0];
    const double etaMinus = cell[0], etaPlus = cell[1], least = cell[2], most = cell[3], maximize = cell[4];



    (void)step; (void)out; (void)etaMinus; (void)etaPlus; (void)least; (void)most; (void)maximize;
  }
  // at: parameter, gradient, state; each readable and writable up to a whole number of vectors
  template <class T>
  static void run(const double* cell, const double* computed, T* const* at, long n) {
    using V = Vec<T>;
    const V v_etaMinus = V(T(cell[0])),
            v_etaPlus = V(T(cell[1])),
            v_least = V(T(cell[2])),
            v_most = V(T(cell[3])),
            v_maximize = V(T(cell[4]));
    (void)computed;
    for (long k = 0; k < n; k += V::N) {
      V p = V::load(at[0] + k);
      V g = V::load(at[1] + k);
      V prev = V::load(at[2] + k);
      V stepSize = V::load(at[3] + k);
      V g0 = ((V(1) - (V(2) * v_maximize)) * g);
      V turn = (g0 * prev);
      V scaled = (stepSize * select((turn > V(0)), v_etaPlus, select((turn < V(0)), v_etaMinus, V(1))));
      stepSize = minimum(maximum(scaled, v_least), v_most);
      prev = select((turn < V(0)), V(0), g0);
      p = (p - (sign(prev) * stepSize));
      p.store(at[0] + k);
      prev.store(at[2] + k);
      stepSize.store(at[3] + k);
    }
  }
};

// https://pytorch.org/docs/stable/generated/torch.optim.ASGD.html
struct step_asgd {
  static constexpr int state = 1, hyper = 6, scalars = 3;
  // counter: the step count, then for each number that is kept its value after the last step and before it
  static void advance(const double* cell, float* counter) {
    const double step = counter[0] += 1;
    const double lr = cell[0], lambd = cell[1], alpha = cell[2], t0 = cell[3], weightDecay = cell[4], maximize = cell[5], eta = counter[1], mu = counter[3];
    counter[2] = counter[1];
    counter[1] = static_cast<float>((lr / __builtin_pow((1 + ((lambd * lr) * step)), alpha)));
    counter[4] = counter[3];
    counter[3] = static_cast<float>((((step - t0) > 1) ? (1 / (step - t0)) : 1));
    (void)cell; (void)step; (void)lr; (void)lambd; (void)alpha; (void)t0; (void)weightDecay; (void)maximize; (void)eta; (void)mu;
  }
  static void prepare(const double* cell, const float* counter, double* out) {
    const double step = counter[0];
    const double lr = cell[0], lambd = cell[1], alpha = cell[2], t0 = cell[3], weightDecay = cell[4], maximize = cell[5];
    const double eta_next = counter[1], eta = counter[2], mu_next = counter[3], mu = counter[4];
    const double rate = eta;
    const double shrink = (1 - (lambd * eta));
    const double share = mu;
    out[0] = rate;
    out[1] = shrink;
    out[2] = share;
    (void)step; (void)out; (void)lr; (void)lambd; (void)alpha; (void)t0; (void)weightDecay; (void)maximize; (void)eta; (void)eta_next; (void)mu; (void)mu_next;
  }
  // at: parameter, gradient, state; each readable and writable up to a whole number of vectors
  template <class T>
  static void run(const double* cell, const double* computed, T* const* at, long n) {
    using V = Vec<T>;
    const V v_weightDecay = V(T(cell[4])),
            v_maximize = V(T(cell[5])),
            v_rate = V(T(computed[0])),
            v_shrink = V(T(computed[1])),
            v_share = V(T(computed[2]));
    (void)computed;
    for (long k = 0; k < n; k += V::N) {
      V p = V::load(at[0] + k);
      V g = V::load(at[1] + k);
      V ax = V::load(at[2] + k);
      V g0 = ((V(1) - (V(2) * v_maximize)) * g);
      V g1 = (g0 + (v_weightDecay * p));
      p = ((p * v_shrink) - (v_rate * g1));
      ax = select((v_share == V(1)), p, (ax + (v_share * (p - ax))));
      p.store(at[0] + k);
      ax.store(at[2] + k);
    }
  }
};

// Chen et al. 2023, https://arxiv.org/abs/2302.06675
struct step_lion {
  static constexpr int state = 1, hyper = 5, scalars = 3;
  // counter: the step count, then for each number that is kept its value after the last step and before it
  static void advance(const double* cell, float* counter) {
    const double step = counter[0] += 1;


    (void)cell; (void)step;
  }
  static void prepare(const double* cell, const float* counter, double* out) {
    const double step = counter[0];
    const double lr = cell[0], beta1 = cell[1], beta2 = cell[2], weightDecay = cell[3], maximize = cell[4];

    const double take1 = (1 - beta1);
    const double take2 = (1 - beta2);
    const double shrink = (1 - (lr * weightDecay));
    out[0] = take1;
    out[1] = take2;
    out[2] = shrink;
    (void)step; (void)out; (void)lr; (void)beta1; (void)beta2; (void)weightDecay; (void)maximize;
  }
  // at: parameter, gradient, state; each readable and writable up to a whole number of vectors
  template <class T>
  static void run(const double* cell, const double* computed, T* const* at, long n) {
    using V = Vec<T>;
    const V v_lr = V(T(cell[0])),
            v_beta1 = V(T(cell[1])),
            v_beta2 = V(T(cell[2])),
            v_maximize = V(T(cell[4])),
            v_take1 = V(T(computed[0])),
            v_take2 = V(T(computed[1])),
            v_shrink = V(T(computed[2]));
    (void)computed;
    for (long k = 0; k < n; k += V::N) {
      V p = V::load(at[0] + k);
      V g = V::load(at[1] + k);
      V expAvg = V::load(at[2] + k);
      V g0 = ((V(1) - (V(2) * v_maximize)) * g);
      p = ((p * v_shrink) - (v_lr * sign(((v_beta1 * expAvg) + (v_take1 * g0)))));
      expAvg = ((v_beta2 * expAvg) + (v_take2 * g0));
      p.store(at[0] + k);
      expAvg.store(at[2] + k);
    }
  }
};

void register_optimizers(Kernel* table) {
  table[descend::op_sgd] = optimizer_step<step_sgd>;
  table[descend::op_adagrad] = optimizer_step<step_adagrad>;
  table[descend::op_rmsprop] = optimizer_step<step_rmsprop>;
  table[descend::op_adam] = optimizer_step<step_adam>;
  table[descend::op_nadam] = optimizer_step<step_nadam>;
  table[descend::op_radam] = optimizer_step<step_radam>;
  table[descend::op_sparseAdam] = optimizer_step<step_sparseAdam>;
  table[descend::op_adamax] = optimizer_step<step_adamax>;
  table[descend::op_adadelta] = optimizer_step<step_adadelta>;
  table[descend::op_rprop] = optimizer_step<step_rprop>;
  table[descend::op_asgd] = optimizer_step<step_asgd>;
  table[descend::op_lion] = optimizer_step<step_lion>;
}
