// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.

// https://pytorch.org/docs/stable/generated/torch.optim.SGD.html
struct step_sgd {
  static constexpr int state = 1, hyper = 6, scalars = 2;
  static void prepare(const double* cell, double step, double* out) {
    const double lr = cell[0], momentum = cell[1], dampening = cell[2], weightDecay = cell[3], nesterov = cell[4], maximize = cell[5];
    out[0] = ((step == 1) ? 0 : momentum);
    out[1] = ((step == 1) ? 1 : (1 - dampening));
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
      V g0 = select((v_maximize != V(0)), (-g), g);
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
  static void prepare(const double* cell, double step, double* out) {
    const double lr = cell[0], lrDecay = cell[1], weightDecay = cell[2], eps = cell[3], maximize = cell[4];
    out[0] = (lr / (1 + ((step - 1) * lrDecay)));
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
      V g0 = select((v_maximize != V(0)), (-g), g);
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
  static void prepare(const double* cell, double step, double* out) {
    const double lr = cell[0], alpha = cell[1], eps = cell[2], weightDecay = cell[3], momentum = cell[4], centered = cell[5], maximize = cell[6];
    out[0] = (1 - alpha);
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
      V g0 = select((v_maximize != V(0)), (-g), g);
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
  static void prepare(const double* cell, double step, double* out) {
    const double lr = cell[0], beta1 = cell[1], beta2 = cell[2], eps = cell[3], weightDecay = cell[4], amsgrad = cell[5], maximize = cell[6], decoupled = cell[7];
    out[0] = (1 - beta1);
    out[1] = (1 - beta2);
    out[2] = (lr / (1 - __builtin_pow(beta1, step)));
    out[3] = __builtin_sqrt((1 - __builtin_pow(beta2, step)));
    out[4] = ((decoupled != 0) ? (1 - (lr * weightDecay)) : 1);
    out[5] = ((decoupled != 0) ? 0 : weightDecay);
    (void)step; (void)out; (void)lr; (void)beta1; (void)beta2; (void)eps; (void)weightDecay; (void)amsgrad; (void)maximize; (void)decoupled;
  }
  // at: parameter, gradient, state; each readable and writable up to a whole number of vectors
  template <class T>
  static void run(const double* cell, const double* computed, T* const* at, long n) {
    using V = Vec<T>;
    const V v_beta2 = V(T(cell[2])),
            v_eps = V(T(cell[3])),
            v_amsgrad = V(T(cell[5])),
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
      V g0 = select((v_maximize != V(0)), (-g), g);
      V g1 = (g0 + (v_penalty * p));
      expAvg = (expAvg + (v_take1 * (g1 - expAvg)));
      expAvgSq = ((v_beta2 * expAvgSq) + ((v_take2 * g1) * g1));
      maxExpAvgSq = maximum(maxExpAvgSq, expAvgSq);
      V v = select((v_amsgrad != V(0)), maxExpAvgSq, expAvgSq);
      p = ((p * v_shrink) - ((v_rate * expAvg) / ((sqrt(v) / v_correction) + v_eps)));
      p.store(at[0] + k);
      expAvg.store(at[2] + k);
      expAvgSq.store(at[3] + k);
      maxExpAvgSq.store(at[4] + k);
    }
  }
};

void register_optimizers(Kernel* table) {
  table[descend::op_sgd] = optimizer_step<step_sgd>;
  table[descend::op_adagrad] = optimizer_step<step_adagrad>;
  table[descend::op_rmsprop] = optimizer_step<step_rmsprop>;
  table[descend::op_adam] = optimizer_step<step_adam>;
}
