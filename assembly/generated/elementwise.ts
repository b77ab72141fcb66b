// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.
import * as integers from '../math/integers';
import * as math from '../math/index';

const constants = memory.data<f64>([
  1.0, 5e-1, 7.071067811865476e-1, 7.978845608028654e-1, 4.4715e-2, 2.0, 6.931471805599453e-1, 2.302585092994046,
  3.989422804014327e-1, -5e-1, 1.34145e-1, -2.0, 0.0, 1.0507009873554805, 1.6732632423543772, 2.5e-1, 6.0, -100.0,
  1.1283791670955126, 8.86226925452758e-1, -3.0, 3.0, 1e-12,
]);
export function constant(i: usize): f64 {
  return load<f64>(constants + (i << 3));
}

function copy_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        V.write<T>(out + k, x0);
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), x0);
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), x0);
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), x0);
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, x0);
  }
}
function add_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.add<T>(x0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.add<T>(x0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.add<T>(x0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.add<T>(x0, x1));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.add<T>(x0, x1));
  }
}
function sub_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.sub<T>(x0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.sub<T>(x0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.sub<T>(x0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.sub<T>(x0, x1));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.sub<T>(x0, x1));
  }
}
function mul_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.mul<T>(x0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(x0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(x0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(x0, x1));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, x1));
  }
}
function div_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.div<T>(x0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.div<T>(x0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.div<T>(x0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.div<T>(x0, x1));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.div<T>(x0, x1));
  }
}
function pow_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.pow<T>(x0, x1));
    k += V.bytes<T>();
  } while (k < bytes);
}
function remainder_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.remainder<T>(x0, x1));
    k += V.bytes<T>();
  } while (k < bytes);
}
function fmod_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.fmod<T>(x0, x1));
    k += V.bytes<T>();
  } while (k < bytes);
}
function floorDivide_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.floorDivide<T>(x0, x1));
    k += V.bytes<T>();
  } while (k < bytes);
}
function neg_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        V.write<T>(out + k, V.neg<T>(x0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.neg<T>(x0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.neg<T>(x0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.neg<T>(x0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.neg<T>(x0));
  }
}
function abs_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.abs<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function sign_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.sign<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function square_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        V.write<T>(out + k, V.mul<T>(x0, x0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(x0, x0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(x0, x0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(x0, x0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.mul<T>(x0, x0));
  }
}
function reciprocal_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        V.write<T>(out + k, V.div<T>(tc0, x0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.div<T>(tc0, x0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.div<T>(tc0, x0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.div<T>(tc0, x0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.div<T>(tc0, x0));
  }
}
function maximum_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.maximum<T>(x0, x1));
    k += V.bytes<T>();
  } while (k < bytes);
}
function minimum_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.minimum<T>(x0, x1));
    k += V.bytes<T>();
  } while (k < bytes);
}
function hypot_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.hypot<T>(x0, x1));
    k += V.bytes<T>();
  } while (k < bytes);
}
function copysign_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.copysign<T>(x0, x1));
    k += V.bytes<T>();
  } while (k < bytes);
}
function addcmul_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const i3 = load<usize>(at, 16);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        const x2 = V.read<T>(i2 + k);
        const x3 = V.read<T>(i3 + k);
        V.write<T>(out + k, V.add<T>(x0, V.mul<T>(V.mul<T>(x3, x1), x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
        const x3 = V.read<T>(i3 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.add<T>(x0, V.mul<T>(V.mul<T>(x3, x1), x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
        const x3 = V.read<T>(i3 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.add<T>(x0, V.mul<T>(V.mul<T>(x3, x1), x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
        const x3 = V.read<T>(i3 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.add<T>(x0, V.mul<T>(V.mul<T>(x3, x1), x2)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    const x3 = V.read<T>(i3 + k);
    V.write<T>(out + k, V.add<T>(x0, V.mul<T>(V.mul<T>(x3, x1), x2)));
  }
}
function addcdiv_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const i3 = load<usize>(at, 16);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        const x2 = V.read<T>(i2 + k);
        const x3 = V.read<T>(i3 + k);
        V.write<T>(out + k, V.add<T>(x0, V.div<T>(V.mul<T>(x3, x1), x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
        const x3 = V.read<T>(i3 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.add<T>(x0, V.div<T>(V.mul<T>(x3, x1), x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
        const x3 = V.read<T>(i3 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.add<T>(x0, V.div<T>(V.mul<T>(x3, x1), x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
        const x3 = V.read<T>(i3 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.add<T>(x0, V.div<T>(V.mul<T>(x3, x1), x2)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    const x3 = V.read<T>(i3 + k);
    V.write<T>(out + k, V.add<T>(x0, V.div<T>(V.mul<T>(x3, x1), x2)));
  }
}
function clamp_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, math.minimum<T>(math.maximum<T>(x0, x1), x2));
    k += V.bytes<T>();
  } while (k < bytes);
}
function floor_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.floor<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function ceil_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.ceil<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function round_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.round<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function trunc_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.trunc<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function frac_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.sub<T>(x0, math.trunc<T>(x0)));
    k += V.bytes<T>();
  } while (k < bytes);
}
function exp_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  if (isFloat<T>() && sizeof<T>() == 4) return math.expAll(i0, out, bytes);
  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.exp<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function exp2_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.exp2<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function expm1_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.expm1<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function log_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.log<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function log1p_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.log1p<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function log2_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.log2<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function log10_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.log10<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function sqrt_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.sqrt<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function rsqrt_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.div<T>(tc0, math.sqrt<T>(x0)));
    k += V.bytes<T>();
  } while (k < bytes);
}
function sin_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.sin<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function cos_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.cos<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function tan_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.tan<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function asin_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.asin<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function acos_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.acos<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function atan_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.atan<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function atan2_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.atan2<T>(x0, x1));
    k += V.bytes<T>();
  } while (k < bytes);
}
function sinh_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.sinh<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function cosh_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.cosh<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function tanh_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  if (isFloat<T>() && sizeof<T>() == 4) return math.tanhAll(i0, out, bytes);
  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.tanh<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function asinh_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.asinh<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function acosh_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.acosh<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function atanh_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.atanh<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function erf_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.erf<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function erfc_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.erfc<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function erfinv_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.erfinv<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function lgamma_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.lgamma<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function digamma_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.digamma<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function polygamma_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.polygamma<T>(x0, x1));
    k += V.bytes<T>();
  } while (k < bytes);
}
function relu_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(0);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        V.write<T>(out + k, V.select<T>(V.le<T>(x0, tc0), tc0, x0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.select<T>(V.le<T>(x0, tc0), tc0, x0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.select<T>(V.le<T>(x0, tc0), tc0, x0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.select<T>(V.le<T>(x0, tc0), tc0, x0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.select<T>(V.le<T>(x0, tc0), tc0, x0));
  }
}
function leakyRelu_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(0);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.select<T>(V.gt<T>(x0, tc0), x0, V.mul<T>(x0, x1)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.select<T>(V.gt<T>(x0, tc0), x0, V.mul<T>(x0, x1)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.select<T>(V.gt<T>(x0, tc0), x0, V.mul<T>(x0, x1)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.select<T>(V.gt<T>(x0, tc0), x0, V.mul<T>(x0, x1)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.select<T>(V.gt<T>(x0, tc0), x0, V.mul<T>(x0, x1)));
  }
}
function elu_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(0);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.select<T>(V.gt<T>(x0, tc0), x0, V.mul<T>(x1, math.expm1<T>(x0))));
    k += V.bytes<T>();
  } while (k < bytes);
}
function sigmoid_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  if (isFloat<T>() && sizeof<T>() == 4) return math.sigmoidAll(i0, out, bytes);
  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.sigmoid<T>(x0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function softsign_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.div<T>(x0, V.add<T>(tc0, math.abs<T>(x0))));
    k += V.bytes<T>();
  } while (k < bytes);
}
function geluErf_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 8));
  const tc1 = V.splat<T>(<T>load<f64>(constants, 0));
  const tc2 = V.splat<T>(<T>load<f64>(constants, 16));

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.mul<T>(V.mul<T>(tc0, x0), V.add<T>(tc1, math.erf<T>(V.mul<T>(x0, tc2)))));
    k += V.bytes<T>();
  } while (k < bytes);
}
function geluTanh_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 8));
  const tc1 = V.splat<T>(<T>load<f64>(constants, 0));
  const tc2 = V.splat<T>(<T>load<f64>(constants, 24));
  const tc3 = V.splat<T>(<T>load<f64>(constants, 32));

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(
      out + k,
      V.mul<T>(
        V.mul<T>(tc0, x0),
        V.add<T>(tc1, math.tanh<T>(V.mul<T>(tc2, V.add<T>(x0, V.mul<T>(V.mul<T>(V.mul<T>(tc3, x0), x0), x0))))),
      ),
    );
    k += V.bytes<T>();
  } while (k < bytes);
}
function eq_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.keep<T>(V.eq<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.keep<T>(V.eq<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.keep<T>(V.eq<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.keep<T>(V.eq<T>(x0, x1), tc0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.keep<T>(V.eq<T>(x0, x1), tc0));
  }
}
function ne_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.keep<T>(V.ne<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.keep<T>(V.ne<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.keep<T>(V.ne<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.keep<T>(V.ne<T>(x0, x1), tc0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.keep<T>(V.ne<T>(x0, x1), tc0));
  }
}
function lt_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.keep<T>(V.lt<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.keep<T>(V.lt<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.keep<T>(V.lt<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.keep<T>(V.lt<T>(x0, x1), tc0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.keep<T>(V.lt<T>(x0, x1), tc0));
  }
}
function le_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.keep<T>(V.le<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.keep<T>(V.le<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.keep<T>(V.le<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.keep<T>(V.le<T>(x0, x1), tc0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.keep<T>(V.le<T>(x0, x1), tc0));
  }
}
function gt_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.keep<T>(V.gt<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.keep<T>(V.gt<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.keep<T>(V.gt<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.keep<T>(V.gt<T>(x0, x1), tc0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.keep<T>(V.gt<T>(x0, x1), tc0));
  }
}
function ge_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.keep<T>(V.ge<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.keep<T>(V.ge<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.keep<T>(V.ge<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.keep<T>(V.ge<T>(x0, x1), tc0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.keep<T>(V.ge<T>(x0, x1), tc0));
  }
}
function logicalAnd_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(0);
  const tc1 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.keep<T>(V.both<T>(V.ne<T>(x0, tc0), V.ne<T>(x1, tc0)), tc1));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.keep<T>(V.both<T>(V.ne<T>(x0, tc0), V.ne<T>(x1, tc0)), tc1));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.keep<T>(V.both<T>(V.ne<T>(x0, tc0), V.ne<T>(x1, tc0)), tc1));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.keep<T>(V.both<T>(V.ne<T>(x0, tc0), V.ne<T>(x1, tc0)), tc1));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.keep<T>(V.both<T>(V.ne<T>(x0, tc0), V.ne<T>(x1, tc0)), tc1));
  }
}
function logicalOr_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(0);
  const tc1 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.keep<T>(V.either<T>(V.ne<T>(x0, tc0), V.ne<T>(x1, tc0)), tc1));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.keep<T>(V.either<T>(V.ne<T>(x0, tc0), V.ne<T>(x1, tc0)), tc1));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.keep<T>(V.either<T>(V.ne<T>(x0, tc0), V.ne<T>(x1, tc0)), tc1));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.keep<T>(V.either<T>(V.ne<T>(x0, tc0), V.ne<T>(x1, tc0)), tc1));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.keep<T>(V.either<T>(V.ne<T>(x0, tc0), V.ne<T>(x1, tc0)), tc1));
  }
}
function logicalXor_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(0);
  const tc1 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.keep<T>(V.differ<T>(V.ne<T>(x0, tc0), V.ne<T>(x1, tc0)), tc1));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.keep<T>(V.differ<T>(V.ne<T>(x0, tc0), V.ne<T>(x1, tc0)), tc1));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.keep<T>(V.differ<T>(V.ne<T>(x0, tc0), V.ne<T>(x1, tc0)), tc1));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.keep<T>(V.differ<T>(V.ne<T>(x0, tc0), V.ne<T>(x1, tc0)), tc1));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.keep<T>(V.differ<T>(V.ne<T>(x0, tc0), V.ne<T>(x1, tc0)), tc1));
  }
}
function logicalNot_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(0);
  const tc1 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        V.write<T>(out + k, V.keep<T>(V.eq<T>(x0, tc0), tc1));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.keep<T>(V.eq<T>(x0, tc0), tc1));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.keep<T>(V.eq<T>(x0, tc0), tc1));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.keep<T>(V.eq<T>(x0, tc0), tc1));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.keep<T>(V.eq<T>(x0, tc0), tc1));
  }
}
function isnan_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.keep<T>(math.isnan<T>(x0), tc0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function isinf_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.keep<T>(math.isinf<T>(x0), tc0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function where_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        const x2 = V.read<T>(i2 + k);
        V.write<T>(out + k, V.select<T>(V.ne<T>(x0, tc0), x1, x2));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.select<T>(V.ne<T>(x0, tc0), x1, x2));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.select<T>(V.ne<T>(x0, tc0), x1, x2));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.select<T>(V.ne<T>(x0, tc0), x1, x2));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.select<T>(V.ne<T>(x0, tc0), x1, x2));
  }
}
function maskedFill_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        const x2 = V.read<T>(i2 + k);
        V.write<T>(out + k, V.select<T>(V.ne<T>(x1, tc0), x2, x0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.select<T>(V.ne<T>(x1, tc0), x2, x0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.select<T>(V.ne<T>(x1, tc0), x2, x0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.select<T>(V.ne<T>(x1, tc0), x2, x0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.select<T>(V.ne<T>(x1, tc0), x2, x0));
  }
}
function squaredError_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const t0 = V.sub<T>(x0, x1);
    V.write<T>(out + k, V.mul<T>(t0, t0));
    k += V.bytes<T>();
  } while (k < bytes);
}
function absoluteError_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.abs<T>(V.sub<T>(x0, x1)));
    k += V.bytes<T>();
  } while (k < bytes);
}
function maskScale_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        const x2 = V.read<T>(i2 + k);
        V.write<T>(out + k, V.select<T>(V.ne<T>(x1, tc0), V.mul<T>(x0, x2), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.select<T>(V.ne<T>(x1, tc0), V.mul<T>(x0, x2), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.select<T>(V.ne<T>(x1, tc0), V.mul<T>(x0, x2), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.select<T>(V.ne<T>(x1, tc0), V.mul<T>(x0, x2), tc0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.select<T>(V.ne<T>(x1, tc0), V.mul<T>(x0, x2), tc0));
  }
}
function div_db_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        const x2 = V.read<T>(i2 + k);
        V.write<T>(out + k, V.div<T>(V.mul<T>(V.neg<T>(x0), x1), x2));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.div<T>(V.mul<T>(V.neg<T>(x0), x1), x2));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.div<T>(V.mul<T>(V.neg<T>(x0), x1), x2));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.div<T>(V.mul<T>(V.neg<T>(x0), x1), x2));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.div<T>(V.mul<T>(V.neg<T>(x0), x1), x2));
  }
}
function floorDivide_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(0);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        V.write<T>(out + k, V.mul<T>(x0, tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(x0, tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(x0, tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(x0, tc0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.mul<T>(x0, tc0));
  }
}
function abs_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.sign<T>(x1)));
    k += V.bytes<T>();
  } while (k < bytes);
}
function square_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 40));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.mul<T>(V.mul<T>(tc0, x0), x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(V.mul<T>(tc0, x0), x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(V.mul<T>(tc0, x0), x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(V.mul<T>(tc0, x0), x1));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(V.mul<T>(tc0, x0), x1));
  }
}
function reciprocal_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.mul<T>(V.mul<T>(V.neg<T>(x0), x1), x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(V.mul<T>(V.neg<T>(x0), x1), x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(V.mul<T>(V.neg<T>(x0), x1), x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(V.mul<T>(V.neg<T>(x0), x1), x1));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(V.mul<T>(V.neg<T>(x0), x1), x1));
  }
}
function hypot_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        const x2 = V.read<T>(i2 + k);
        V.write<T>(out + k, V.mul<T>(x0, V.div<T>(x1, x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(x0, V.div<T>(x1, x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(x0, V.div<T>(x1, x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(x0, V.div<T>(x1, x2)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.mul<T>(x0, V.div<T>(x1, x2)));
  }
}
function addcmul_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        const x2 = V.read<T>(i2 + k);
        V.write<T>(out + k, V.mul<T>(V.mul<T>(x0, x1), x2));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(V.mul<T>(x0, x1), x2));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(V.mul<T>(x0, x1), x2));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(V.mul<T>(x0, x1), x2));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.mul<T>(V.mul<T>(x0, x1), x2));
  }
}
function addcdiv_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        const x2 = V.read<T>(i2 + k);
        V.write<T>(out + k, V.div<T>(V.mul<T>(x0, x1), x2));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.div<T>(V.mul<T>(x0, x1), x2));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.div<T>(V.mul<T>(x0, x1), x2));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.div<T>(V.mul<T>(x0, x1), x2));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.div<T>(V.mul<T>(x0, x1), x2));
  }
}
function clamp_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const i3 = load<usize>(at, 16);
  const tc0 = V.splat<T>(0);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        const x2 = V.read<T>(i2 + k);
        const x3 = V.read<T>(i3 + k);
        V.write<T>(out + k, V.select<T>(V.both<T>(V.ge<T>(x0, x1), V.le<T>(x0, x2)), x3, tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
        const x3 = V.read<T>(i3 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.select<T>(V.both<T>(V.ge<T>(x0, x1), V.le<T>(x0, x2)), x3, tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
        const x3 = V.read<T>(i3 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.select<T>(V.both<T>(V.ge<T>(x0, x1), V.le<T>(x0, x2)), x3, tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
        const x3 = V.read<T>(i3 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.select<T>(V.both<T>(V.ge<T>(x0, x1), V.le<T>(x0, x2)), x3, tc0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    const x3 = V.read<T>(i3 + k);
    V.write<T>(out + k, V.select<T>(V.both<T>(V.ge<T>(x0, x1), V.le<T>(x0, x2)), x3, tc0));
  }
}
function lerp_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.mul<T>(x0, V.sub<T>(tc0, x1)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(x0, V.sub<T>(tc0, x1)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(x0, V.sub<T>(tc0, x1)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(x0, V.sub<T>(tc0, x1)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, V.sub<T>(tc0, x1)));
  }
}
function lerp_dweight_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        const x2 = V.read<T>(i2 + k);
        V.write<T>(out + k, V.mul<T>(x0, V.sub<T>(x1, x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(x0, V.sub<T>(x1, x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(x0, V.sub<T>(x1, x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(x0, V.sub<T>(x1, x2)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.mul<T>(x0, V.sub<T>(x1, x2)));
  }
}
function exp2_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 48));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.mul<T>(V.mul<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(V.mul<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(V.mul<T>(x0, x1), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(V.mul<T>(x0, x1), tc0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(V.mul<T>(x0, x1), tc0));
  }
}
function expm1_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.mul<T>(x0, V.add<T>(x1, tc0)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(x0, V.add<T>(x1, tc0)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(x0, V.add<T>(x1, tc0)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(x0, V.add<T>(x1, tc0)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, V.add<T>(x1, tc0)));
  }
}
function log1p_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.div<T>(x0, V.add<T>(tc0, x1)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.div<T>(x0, V.add<T>(tc0, x1)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.div<T>(x0, V.add<T>(tc0, x1)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.div<T>(x0, V.add<T>(tc0, x1)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.div<T>(x0, V.add<T>(tc0, x1)));
  }
}
function log2_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 48));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.div<T>(x0, V.mul<T>(x1, tc0)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.div<T>(x0, V.mul<T>(x1, tc0)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.div<T>(x0, V.mul<T>(x1, tc0)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.div<T>(x0, V.mul<T>(x1, tc0)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.div<T>(x0, V.mul<T>(x1, tc0)));
  }
}
function log10_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 56));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.div<T>(x0, V.mul<T>(x1, tc0)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.div<T>(x0, V.mul<T>(x1, tc0)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.div<T>(x0, V.mul<T>(x1, tc0)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.div<T>(x0, V.mul<T>(x1, tc0)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.div<T>(x0, V.mul<T>(x1, tc0)));
  }
}
function sqrt_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 40));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.div<T>(x0, V.mul<T>(tc0, x1)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.div<T>(x0, V.mul<T>(tc0, x1)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.div<T>(x0, V.mul<T>(tc0, x1)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.div<T>(x0, V.mul<T>(tc0, x1)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.div<T>(x0, V.mul<T>(tc0, x1)));
  }
}
function sin_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.cos<T>(x1)));
    k += V.bytes<T>();
  } while (k < bytes);
}
function cos_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(V.neg<T>(x0), math.sin<T>(x1)));
    k += V.bytes<T>();
  } while (k < bytes);
}
function tan_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.mul<T>(x0, V.add<T>(tc0, V.mul<T>(x1, x1))));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(x0, V.add<T>(tc0, V.mul<T>(x1, x1))));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(x0, V.add<T>(tc0, V.mul<T>(x1, x1))));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(x0, V.add<T>(tc0, V.mul<T>(x1, x1))));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, V.add<T>(tc0, V.mul<T>(x1, x1))));
  }
}
function atan_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.div<T>(x0, V.add<T>(tc0, V.mul<T>(x1, x1))));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.div<T>(x0, V.add<T>(tc0, V.mul<T>(x1, x1))));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.div<T>(x0, V.add<T>(tc0, V.mul<T>(x1, x1))));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.div<T>(x0, V.add<T>(tc0, V.mul<T>(x1, x1))));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.div<T>(x0, V.add<T>(tc0, V.mul<T>(x1, x1))));
  }
}
function sinh_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.cosh<T>(x1)));
    k += V.bytes<T>();
  } while (k < bytes);
}
function cosh_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.sinh<T>(x1)));
    k += V.bytes<T>();
  } while (k < bytes);
}
function tanh_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.mul<T>(x0, V.sub<T>(tc0, V.mul<T>(x1, x1))));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(x0, V.sub<T>(tc0, V.mul<T>(x1, x1))));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(x0, V.sub<T>(tc0, V.mul<T>(x1, x1))));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(x0, V.sub<T>(tc0, V.mul<T>(x1, x1))));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, V.sub<T>(tc0, V.mul<T>(x1, x1))));
  }
}
function atanh_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.div<T>(x0, V.sub<T>(tc0, V.mul<T>(x1, x1))));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.div<T>(x0, V.sub<T>(tc0, V.mul<T>(x1, x1))));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.div<T>(x0, V.sub<T>(tc0, V.mul<T>(x1, x1))));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.div<T>(x0, V.sub<T>(tc0, V.mul<T>(x1, x1))));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.div<T>(x0, V.sub<T>(tc0, V.mul<T>(x1, x1))));
  }
}
function lgamma_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.digamma<T>(x1)));
    k += V.bytes<T>();
  } while (k < bytes);
}
function digamma_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.polygamma<T>(tc0, x1)));
    k += V.bytes<T>();
  } while (k < bytes);
}
function polygamma_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.polygamma<T>(V.add<T>(x1, tc0), x2)));
    k += V.bytes<T>();
  } while (k < bytes);
}
function relu_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(0);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.select<T>(V.le<T>(x0, tc0), tc0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.select<T>(V.le<T>(x0, tc0), tc0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.select<T>(V.le<T>(x0, tc0), tc0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.select<T>(V.le<T>(x0, tc0), tc0, x1));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.select<T>(V.le<T>(x0, tc0), tc0, x1));
  }
}
function leakyRelu_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        const x2 = V.read<T>(i2 + k);
        V.write<T>(out + k, V.select<T>(V.gt<T>(x0, tc0), x1, V.mul<T>(x1, x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.select<T>(V.gt<T>(x0, tc0), x1, V.mul<T>(x1, x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.select<T>(V.gt<T>(x0, tc0), x1, V.mul<T>(x1, x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.select<T>(V.gt<T>(x0, tc0), x1, V.mul<T>(x1, x2)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.select<T>(V.gt<T>(x0, tc0), x1, V.mul<T>(x1, x2)));
  }
}
function sigmoid_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 0));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.mul<T>(V.mul<T>(x0, x1), V.sub<T>(tc0, x1)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(V.mul<T>(x0, x1), V.sub<T>(tc0, x1)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(V.mul<T>(x0, x1), V.sub<T>(tc0, x1)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(V.mul<T>(x0, x1), V.sub<T>(tc0, x1)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(V.mul<T>(x0, x1), V.sub<T>(tc0, x1)));
  }
}
function preluSlopes_dweight_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(0);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.select<T>(V.gt<T>(x0, tc0), tc0, V.mul<T>(x1, x0)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.select<T>(V.gt<T>(x0, tc0), tc0, V.mul<T>(x1, x0)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.select<T>(V.gt<T>(x0, tc0), tc0, V.mul<T>(x1, x0)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.select<T>(V.gt<T>(x0, tc0), tc0, V.mul<T>(x1, x0)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.select<T>(V.gt<T>(x0, tc0), tc0, V.mul<T>(x1, x0)));
  }
}
function geluErf_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 8));
  const tc1 = V.splat<T>(<T>load<f64>(constants, 0));
  const tc2 = V.splat<T>(<T>load<f64>(constants, 16));
  const tc3 = V.splat<T>(<T>load<f64>(constants, 64));
  const tc4 = V.splat<T>(<T>load<f64>(constants, 72));

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(
      out + k,
      V.mul<T>(
        x0,
        V.add<T>(
          V.mul<T>(tc0, V.add<T>(tc1, math.erf<T>(V.mul<T>(x1, tc2)))),
          V.mul<T>(V.mul<T>(x1, tc3), math.exp<T>(V.mul<T>(V.mul<T>(tc4, x1), x1))),
        ),
      ),
    );
    k += V.bytes<T>();
  } while (k < bytes);
}
function geluTanh_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 8));
  const tc1 = V.splat<T>(<T>load<f64>(constants, 0));
  const tc2 = V.splat<T>(<T>load<f64>(constants, 24));
  const tc3 = V.splat<T>(<T>load<f64>(constants, 32));
  const tc4 = V.splat<T>(<T>load<f64>(constants, 80));

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const t0 = math.tanh<T>(V.mul<T>(tc2, V.add<T>(x1, V.mul<T>(V.mul<T>(V.mul<T>(tc3, x1), x1), x1))));
    V.write<T>(
      out + k,
      V.mul<T>(
        x0,
        V.add<T>(
          V.mul<T>(tc0, V.add<T>(tc1, t0)),
          V.mul<T>(
            V.mul<T>(V.mul<T>(V.mul<T>(tc0, x1), V.sub<T>(tc1, V.mul<T>(t0, t0))), tc2),
            V.add<T>(tc1, V.mul<T>(V.mul<T>(tc4, x1), x1)),
          ),
        ),
      ),
    );
    k += V.bytes<T>();
  } while (k < bytes);
}
function where_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(0);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.select<T>(V.ne<T>(x0, tc0), x1, tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.select<T>(V.ne<T>(x0, tc0), x1, tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.select<T>(V.ne<T>(x0, tc0), x1, tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.select<T>(V.ne<T>(x0, tc0), x1, tc0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.select<T>(V.ne<T>(x0, tc0), x1, tc0));
  }
}
function where_db_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(0);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        V.write<T>(out + k, V.select<T>(V.ne<T>(x0, tc0), tc0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.select<T>(V.ne<T>(x0, tc0), tc0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.select<T>(V.ne<T>(x0, tc0), tc0, x1));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.select<T>(V.ne<T>(x0, tc0), tc0, x1));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.select<T>(V.ne<T>(x0, tc0), tc0, x1));
  }
}
function squaredError_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 40));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        const x2 = V.read<T>(i2 + k);
        V.write<T>(out + k, V.mul<T>(V.mul<T>(tc0, x0), V.sub<T>(x1, x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(V.mul<T>(tc0, x0), V.sub<T>(x1, x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(V.mul<T>(tc0, x0), V.sub<T>(x1, x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(V.mul<T>(tc0, x0), V.sub<T>(x1, x2)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.mul<T>(V.mul<T>(tc0, x0), V.sub<T>(x1, x2)));
  }
}
function squaredError_db_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(<T>load<f64>(constants, 88));

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        const x2 = V.read<T>(i2 + k);
        V.write<T>(out + k, V.mul<T>(V.mul<T>(tc0, x0), V.sub<T>(x1, x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(V.mul<T>(tc0, x0), V.sub<T>(x1, x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(V.mul<T>(tc0, x0), V.sub<T>(x1, x2)));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(V.mul<T>(tc0, x0), V.sub<T>(x1, x2)));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.mul<T>(V.mul<T>(tc0, x0), V.sub<T>(x1, x2)));
  }
}
function absoluteError_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);

  let k: usize = 0;

  do {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.sign<T>(V.sub<T>(x1, x2))));
    k += V.bytes<T>();
  } while (k < bytes);
}
function maskScale_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);

  let k: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4)
    for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
      {
        const x0 = V.read<T>(i0 + k);
        const x1 = V.read<T>(i1 + k);
        const x2 = V.read<T>(i2 + k);
        V.write<T>(out + k, V.select<T>(V.ne<T>(x0, tc0), V.mul<T>(x1, x2), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
        V.write<T>(out + k + 1 * V.bytes<T>(), V.select<T>(V.ne<T>(x0, tc0), V.mul<T>(x1, x2), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
        V.write<T>(out + k + 2 * V.bytes<T>(), V.select<T>(V.ne<T>(x0, tc0), V.mul<T>(x1, x2), tc0));
      }
      {
        const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
        const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
        const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
        V.write<T>(out + k + 3 * V.bytes<T>(), V.select<T>(V.ne<T>(x0, tc0), V.mul<T>(x1, x2), tc0));
      }
    }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.select<T>(V.ne<T>(x0, tc0), V.mul<T>(x1, x2), tc0));
  }
}

// Kernels count from Op.firstElementwise on. `bytes` is a number of whole vectors; at `at` are the addresses of the output and
// the inputs: contiguous, of one type.
export function f32Block(kernel: usize, bytes: usize, at: usize): void {
  switch (kernel) {
    case 0:
      return copy_<f32>(bytes, at);
    case 1:
      return add_<f32>(bytes, at);
    case 2:
      return sub_<f32>(bytes, at);
    case 3:
      return mul_<f32>(bytes, at);
    case 4:
      return div_<f32>(bytes, at);
    case 5:
      return pow_<f32>(bytes, at);
    case 6:
      return remainder_<f32>(bytes, at);
    case 7:
      return fmod_<f32>(bytes, at);
    case 8:
      return floorDivide_<f32>(bytes, at);
    case 9:
      return neg_<f32>(bytes, at);
    case 10:
      return abs_<f32>(bytes, at);
    case 11:
      return sign_<f32>(bytes, at);
    case 12:
      return square_<f32>(bytes, at);
    case 13:
      return reciprocal_<f32>(bytes, at);
    case 14:
      return maximum_<f32>(bytes, at);
    case 15:
      return minimum_<f32>(bytes, at);
    case 18:
      return hypot_<f32>(bytes, at);
    case 19:
      return copysign_<f32>(bytes, at);
    case 20:
      return addcmul_<f32>(bytes, at);
    case 21:
      return addcdiv_<f32>(bytes, at);
    case 22:
      return clamp_<f32>(bytes, at);
    case 24:
      return floor_<f32>(bytes, at);
    case 25:
      return ceil_<f32>(bytes, at);
    case 26:
      return round_<f32>(bytes, at);
    case 27:
      return trunc_<f32>(bytes, at);
    case 28:
      return frac_<f32>(bytes, at);
    case 29:
      return exp_<f32>(bytes, at);
    case 30:
      return exp2_<f32>(bytes, at);
    case 31:
      return expm1_<f32>(bytes, at);
    case 32:
      return log_<f32>(bytes, at);
    case 33:
      return log1p_<f32>(bytes, at);
    case 34:
      return log2_<f32>(bytes, at);
    case 35:
      return log10_<f32>(bytes, at);
    case 36:
      return sqrt_<f32>(bytes, at);
    case 37:
      return rsqrt_<f32>(bytes, at);
    case 38:
      return sin_<f32>(bytes, at);
    case 39:
      return cos_<f32>(bytes, at);
    case 40:
      return tan_<f32>(bytes, at);
    case 41:
      return asin_<f32>(bytes, at);
    case 42:
      return acos_<f32>(bytes, at);
    case 43:
      return atan_<f32>(bytes, at);
    case 44:
      return atan2_<f32>(bytes, at);
    case 45:
      return sinh_<f32>(bytes, at);
    case 46:
      return cosh_<f32>(bytes, at);
    case 47:
      return tanh_<f32>(bytes, at);
    case 48:
      return asinh_<f32>(bytes, at);
    case 49:
      return acosh_<f32>(bytes, at);
    case 50:
      return atanh_<f32>(bytes, at);
    case 51:
      return erf_<f32>(bytes, at);
    case 52:
      return erfc_<f32>(bytes, at);
    case 53:
      return erfinv_<f32>(bytes, at);
    case 54:
      return lgamma_<f32>(bytes, at);
    case 55:
      return digamma_<f32>(bytes, at);
    case 56:
      return polygamma_<f32>(bytes, at);
    case 57:
      return relu_<f32>(bytes, at);
    case 58:
      return leakyRelu_<f32>(bytes, at);
    case 59:
      return elu_<f32>(bytes, at);
    case 62:
      return sigmoid_<f32>(bytes, at);
    case 65:
      return softsign_<f32>(bytes, at);
    case 71:
      return geluErf_<f32>(bytes, at);
    case 72:
      return geluTanh_<f32>(bytes, at);
    case 73:
      return eq_<f32>(bytes, at);
    case 74:
      return ne_<f32>(bytes, at);
    case 75:
      return lt_<f32>(bytes, at);
    case 76:
      return le_<f32>(bytes, at);
    case 77:
      return gt_<f32>(bytes, at);
    case 78:
      return ge_<f32>(bytes, at);
    case 79:
      return logicalAnd_<f32>(bytes, at);
    case 80:
      return logicalOr_<f32>(bytes, at);
    case 81:
      return logicalXor_<f32>(bytes, at);
    case 82:
      return logicalNot_<f32>(bytes, at);
    case 88:
      return isnan_<f32>(bytes, at);
    case 89:
      return isinf_<f32>(bytes, at);
    case 91:
      return where_<f32>(bytes, at);
    case 92:
      return maskedFill_<f32>(bytes, at);
    case 95:
      return squaredError_<f32>(bytes, at);
    case 96:
      return absoluteError_<f32>(bytes, at);
    case 100:
      return maskScale_<f32>(bytes, at);
    case 101:
      return div_db_<f32>(bytes, at);
    case 106:
      return floorDivide_da_<f32>(bytes, at);
    case 107:
      return abs_dx_<f32>(bytes, at);
    case 108:
      return square_dx_<f32>(bytes, at);
    case 109:
      return reciprocal_dx_<f32>(bytes, at);
    case 118:
      return hypot_da_<f32>(bytes, at);
    case 120:
      return addcmul_da_<f32>(bytes, at);
    case 121:
      return addcdiv_da_<f32>(bytes, at);
    case 123:
      return clamp_dx_<f32>(bytes, at);
    case 124:
      return lerp_da_<f32>(bytes, at);
    case 125:
      return lerp_dweight_<f32>(bytes, at);
    case 126:
      return exp2_dx_<f32>(bytes, at);
    case 127:
      return expm1_dx_<f32>(bytes, at);
    case 128:
      return log1p_dx_<f32>(bytes, at);
    case 129:
      return log2_dx_<f32>(bytes, at);
    case 130:
      return log10_dx_<f32>(bytes, at);
    case 131:
      return sqrt_dx_<f32>(bytes, at);
    case 133:
      return sin_dx_<f32>(bytes, at);
    case 134:
      return cos_dx_<f32>(bytes, at);
    case 135:
      return tan_dx_<f32>(bytes, at);
    case 138:
      return atan_dx_<f32>(bytes, at);
    case 141:
      return sinh_dx_<f32>(bytes, at);
    case 142:
      return cosh_dx_<f32>(bytes, at);
    case 143:
      return tanh_dx_<f32>(bytes, at);
    case 146:
      return atanh_dx_<f32>(bytes, at);
    case 150:
      return lgamma_dx_<f32>(bytes, at);
    case 151:
      return digamma_dx_<f32>(bytes, at);
    case 152:
      return polygamma_dx_<f32>(bytes, at);
    case 153:
      return relu_dx_<f32>(bytes, at);
    case 154:
      return leakyRelu_dx_<f32>(bytes, at);
    case 158:
      return sigmoid_dx_<f32>(bytes, at);
    case 166:
      return preluSlopes_dweight_<f32>(bytes, at);
    case 169:
      return geluErf_dx_<f32>(bytes, at);
    case 170:
      return geluTanh_dx_<f32>(bytes, at);
    case 171:
      return where_da_<f32>(bytes, at);
    case 172:
      return where_db_<f32>(bytes, at);
    case 174:
      return squaredError_da_<f32>(bytes, at);
    case 175:
      return squaredError_db_<f32>(bytes, at);
    case 176:
      return absoluteError_da_<f32>(bytes, at);
    case 185:
      return maskScale_dx_<f32>(bytes, at);
  }
}
export function f64Block(kernel: usize, bytes: usize, at: usize): void {
  switch (kernel) {
    case 0:
      return copy_<f64>(bytes, at);
    case 1:
      return add_<f64>(bytes, at);
    case 2:
      return sub_<f64>(bytes, at);
    case 3:
      return mul_<f64>(bytes, at);
    case 4:
      return div_<f64>(bytes, at);
    case 5:
      return pow_<f64>(bytes, at);
    case 6:
      return remainder_<f64>(bytes, at);
    case 7:
      return fmod_<f64>(bytes, at);
    case 8:
      return floorDivide_<f64>(bytes, at);
    case 9:
      return neg_<f64>(bytes, at);
    case 10:
      return abs_<f64>(bytes, at);
    case 11:
      return sign_<f64>(bytes, at);
    case 14:
      return maximum_<f64>(bytes, at);
    case 15:
      return minimum_<f64>(bytes, at);
    case 18:
      return hypot_<f64>(bytes, at);
    case 19:
      return copysign_<f64>(bytes, at);
    case 24:
      return floor_<f64>(bytes, at);
    case 25:
      return ceil_<f64>(bytes, at);
    case 26:
      return round_<f64>(bytes, at);
    case 27:
      return trunc_<f64>(bytes, at);
    case 29:
      return exp_<f64>(bytes, at);
    case 30:
      return exp2_<f64>(bytes, at);
    case 31:
      return expm1_<f64>(bytes, at);
    case 32:
      return log_<f64>(bytes, at);
    case 33:
      return log1p_<f64>(bytes, at);
    case 34:
      return log2_<f64>(bytes, at);
    case 35:
      return log10_<f64>(bytes, at);
    case 36:
      return sqrt_<f64>(bytes, at);
    case 38:
      return sin_<f64>(bytes, at);
    case 39:
      return cos_<f64>(bytes, at);
    case 40:
      return tan_<f64>(bytes, at);
    case 41:
      return asin_<f64>(bytes, at);
    case 42:
      return acos_<f64>(bytes, at);
    case 43:
      return atan_<f64>(bytes, at);
    case 44:
      return atan2_<f64>(bytes, at);
    case 45:
      return sinh_<f64>(bytes, at);
    case 46:
      return cosh_<f64>(bytes, at);
    case 47:
      return tanh_<f64>(bytes, at);
    case 48:
      return asinh_<f64>(bytes, at);
    case 49:
      return acosh_<f64>(bytes, at);
    case 50:
      return atanh_<f64>(bytes, at);
    case 51:
      return erf_<f64>(bytes, at);
    case 52:
      return erfc_<f64>(bytes, at);
    case 53:
      return erfinv_<f64>(bytes, at);
    case 54:
      return lgamma_<f64>(bytes, at);
    case 55:
      return digamma_<f64>(bytes, at);
    case 56:
      return polygamma_<f64>(bytes, at);
    case 62:
      return sigmoid_<f64>(bytes, at);
    case 73:
      return eq_<f64>(bytes, at);
    case 74:
      return ne_<f64>(bytes, at);
    case 75:
      return lt_<f64>(bytes, at);
    case 76:
      return le_<f64>(bytes, at);
    case 77:
      return gt_<f64>(bytes, at);
    case 78:
      return ge_<f64>(bytes, at);
    case 79:
      return logicalAnd_<f64>(bytes, at);
    case 80:
      return logicalOr_<f64>(bytes, at);
    case 88:
      return isnan_<f64>(bytes, at);
    case 89:
      return isinf_<f64>(bytes, at);
    case 91:
      return where_<f64>(bytes, at);
  }
}
export function i32Block(kernel: usize, bytes: usize, at: usize): void {
  switch (kernel) {
    case 0:
      return copy_<i32>(bytes, at);
    case 1:
      return add_<i32>(bytes, at);
    case 2:
      return sub_<i32>(bytes, at);
    case 3:
      return mul_<i32>(bytes, at);
    case 5:
      return pow_<i32>(bytes, at);
    case 6:
      return remainder_<i32>(bytes, at);
    case 7:
      return fmod_<i32>(bytes, at);
    case 8:
      return floorDivide_<i32>(bytes, at);
    case 9:
      return neg_<i32>(bytes, at);
    case 10:
      return abs_<i32>(bytes, at);
    case 11:
      return sign_<i32>(bytes, at);
    case 14:
      return maximum_<i32>(bytes, at);
    case 15:
      return minimum_<i32>(bytes, at);
    case 24:
      return floor_<i32>(bytes, at);
    case 25:
      return ceil_<i32>(bytes, at);
    case 26:
      return round_<i32>(bytes, at);
    case 27:
      return trunc_<i32>(bytes, at);
    case 73:
      return eq_<i32>(bytes, at);
    case 74:
      return ne_<i32>(bytes, at);
    case 75:
      return lt_<i32>(bytes, at);
    case 76:
      return le_<i32>(bytes, at);
    case 77:
      return gt_<i32>(bytes, at);
    case 78:
      return ge_<i32>(bytes, at);
    case 79:
      return logicalAnd_<i32>(bytes, at);
    case 80:
      return logicalOr_<i32>(bytes, at);
    case 88:
      return isnan_<i32>(bytes, at);
    case 89:
      return isinf_<i32>(bytes, at);
    case 91:
      return where_<i32>(bytes, at);
  }
}
function i64Element(kernel: i32, a: i64, b: i64, c: i64): i64 {
  switch (kernel) {
    case 0:
      return a;
    case 1:
      return a + b;
    case 2:
      return a - b;
    case 3:
      return a * b;
    case 5:
      return integers.pow(a, b);
    case 6:
      return integers.remainder(a, b);
    case 7:
      return integers.fmod(a, b);
    case 8:
      return integers.floorDivide(a, b);
    case 9:
      return -a;
    case 10:
      return integers.abs(a);
    case 11:
      return integers.sign(a);
    case 14:
      return integers.maximum(a, b);
    case 15:
      return integers.minimum(a, b);
    case 24:
      return integers.floor(a);
    case 25:
      return integers.ceil(a);
    case 26:
      return integers.round(a);
    case 27:
      return integers.trunc(a);
    case 73:
      return i64(a == b);
    case 74:
      return i64(a != b);
    case 75:
      return i64(a < b);
    case 76:
      return i64(a <= b);
    case 77:
      return i64(a > b);
    case 78:
      return i64(a >= b);
    case 79:
      return i64(a != 0 && b != 0);
    case 80:
      return i64(a != 0 || b != 0);
    case 83:
      return integers.bitwiseAnd(a, b);
    case 84:
      return integers.bitwiseOr(a, b);
    case 85:
      return integers.bitwiseXor(a, b);
    case 86:
      return integers.bitwiseLeftShift(a, b);
    case 87:
      return integers.bitwiseRightShift(a, b);
    case 88:
      return i64(integers.isnan(a));
    case 89:
      return i64(integers.isinf(a));
    case 91:
      return select<i64>(b, c, a != 0);
    default:
      return 0;
  }
}
export function i64Block(kernel: usize, bytes: usize, at: usize): void {
  const inputs = load<u8>(info + kernel) & 7;
  const out = load<usize>(at);
  const a = load<usize>(at, 4);
  // What a kernel does not have is read from where its first input is.
  const b = inputs > 1 ? load<usize>(at, 8) : a;
  const c = inputs > 2 ? load<usize>(at, 12) : a;
  for (let k: usize = 0; k < bytes; k += 8) {
    store<i64>(out + k, i64Element(<i32>kernel, load<i64>(a + k), load<i64>(b + k), load<i64>(c + k)));
  }
}

/**
 * Of each kernel: how many inputs it has, bits 16, 32 and 64 where there is a block for f32, f64 and i32, 8 where it is for i64 alone, 128
 * where it takes integers: what is no program has an i64Element.
 */
export const info = memory.data<u8>([
  241, 242, 242, 242, 50, 242, 242, 242, 242, 241, 241, 241, 145, 17, 242, 242, 130, 130, 50, 50, 148, 20, 147, 3, 241,
  241, 241, 241, 17, 49, 49, 49, 49, 49, 49, 49, 49, 17, 49, 49, 49, 49, 49, 49, 50, 49, 49, 49, 49, 49, 49, 49, 49, 49,
  49, 49, 50, 145, 18, 18, 1, 2, 49, 2, 1, 17, 1, 1, 1, 1, 3, 17, 17, 242, 242, 242, 242, 242, 242, 242, 242, 146, 145,
  138, 138, 138, 138, 138, 241, 241, 129, 243, 147, 132, 133, 18, 18, 3, 2, 3, 19, 19, 3, 4, 3, 3, 17, 18, 18, 18, 3, 3,
  3, 3, 3, 3, 3, 3, 19, 3, 19, 19, 4, 20, 18, 19, 18, 18, 18, 18, 18, 18, 2, 18, 18, 18, 2, 2, 18, 3, 3, 18, 18, 18, 2,
  2, 18, 2, 2, 2, 18, 18, 19, 18, 19, 3, 2, 3, 18, 3, 2, 4, 2, 2, 2, 2, 18, 2, 4, 18, 18, 18, 18, 2, 19, 19, 19, 3, 4,
  4, 3, 2, 4, 3, 3, 19,
]);
/** Where the program of each kernel that has one begins. */
export const places = memory.data<u16>([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 13, 35, 0, 0, 57, 71, 85, 95, 0, 0, 0, 0, 132, 0, 0, 0, 0, 0, 0, 0, 0,
  141, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 151, 163, 179, 198, 223, 0, 246, 298, 321, 335, 350,
  372, 398, 407, 432, 456, 0, 0, 0, 0, 0, 0, 0, 0, 497, 512, 0, 0, 0, 0, 0, 0, 0, 519, 0, 540, 552, 580, 646, 656, 665,
  704, 744, 799, 815, 828, 857, 888, 904, 920, 927, 936, 947, 960, 986, 1012, 1038, 1064, 1083, 1102, 1121, 1140, 1150,
  1178, 1188, 1198, 1219, 1239, 1250, 1260, 1271, 1282, 1293, 1304, 1315, 1326, 1345, 1354, 1366, 1381, 1399, 1420,
  1435, 1457, 1482, 1491, 1500, 1515, 1533, 1551, 1566, 1587, 1611, 1629, 1638, 1649, 1664, 1676, 1692, 1715, 1745,
  1768, 1783, 1849, 1861, 1881, 1899, 1938, 1965, 2001, 2017, 2043, 2065, 2114, 2196, 2208, 2220, 2238, 2253, 2268,
  2281, 2297, 2330, 2366, 2394, 2422, 2452, 2495, 2529,
]);
/** See src/kernels/generate/programs.ts. */
export const programs = memory.data<u8>([
  0, 3, 0, 1, 1, 255, 1, 0, 4, 0, 2, 1, 255, 0, 88, 3, 1, 88, 4, 2, 14, 5, 1, 2, 91, 5, 4, 1, 5, 91, 0, 3, 2, 5, 255, 0,
  88, 3, 1, 88, 4, 2, 15, 5, 1, 2, 91, 5, 4, 1, 5, 91, 0, 3, 2, 5, 255, 0, 3, 5, 4, 2, 3, 5, 5, 3, 1, 0, 1, 5, 255, 0,
  3, 5, 4, 2, 4, 5, 5, 3, 1, 0, 1, 5, 255, 0, 14, 4, 1, 2, 15, 0, 4, 3, 255, 2, 1, 0, 75, 6, 3, 4, 2, 7, 2, 1, 3, 8, 3,
  7, 1, 8, 1, 8, 2, 9, 5, 3, 3, 9, 7, 9, 2, 9, 2, 9, 91, 0, 6, 8, 9, 255, 0, 27, 2, 1, 2, 0, 1, 2, 255, 1, 0, 36, 3, 1,
  4, 0, 2, 3, 255, 1, 12, 76, 3, 1, 2, 91, 0, 3, 2, 1, 255, 1, 12, 77, 4, 1, 3, 3, 5, 1, 2, 91, 0, 4, 1, 5, 255, 1, 12,
  77, 4, 1, 3, 31, 5, 1, 3, 5, 2, 5, 91, 0, 4, 1, 5, 255, 3, 13, 12, 14, 77, 5, 1, 3, 31, 6, 1, 3, 6, 4, 6, 91, 6, 5, 1,
  6, 3, 0, 2, 6, 255, 1, 12, 77, 4, 1, 3, 4, 5, 1, 2, 31, 5, 5, 3, 5, 2, 5, 91, 0, 4, 1, 5, 255, 3, 0, 15, 5, 14, 6, 1,
  2, 2, 7, 3, 2, 15, 7, 6, 7, 75, 6, 7, 4, 2, 8, 3, 7, 4, 9, 7, 8, 32, 9, 9, 3, 7, 5, 7, 2, 7, 7, 3, 4, 8, 7, 8, 33, 8,
  8, 91, 0, 6, 9, 8, 255, 1, 12, 15, 3, 1, 2, 10, 4, 1, 9, 4, 4, 29, 4, 4, 33, 4, 4, 2, 0, 3, 4, 255, 1, 0, 10, 3, 1, 1,
  3, 2, 3, 4, 0, 1, 3, 255, 0, 29, 2, 1, 33, 2, 2, 47, 2, 2, 3, 0, 1, 2, 255, 4, 16, 1, 12, 0, 4, 6, 1, 2, 1, 6, 6, 3,
  14, 6, 6, 4, 15, 0, 6, 5, 255, 4, 16, 1, 12, 0, 4, 6, 1, 2, 1, 6, 6, 3, 14, 6, 6, 4, 15, 6, 6, 5, 3, 0, 1, 6, 255, 0,
  62, 2, 1, 3, 0, 1, 2, 255, 0, 3, 4, 1, 2, 77, 5, 4, 3, 29, 4, 4, 33, 4, 4, 4, 4, 4, 2, 91, 0, 5, 1, 4, 255, 3, 1, 0,
  2, 3, 5, 2, 1, 3, 6, 1, 4, 51, 6, 6, 1, 6, 3, 6, 3, 0, 5, 6, 255, 4, 1, 0, 3, 4, 3, 6, 2, 1, 3, 7, 5, 1, 3, 7, 7, 1,
  3, 7, 7, 1, 1, 7, 1, 7, 3, 7, 4, 7, 47, 7, 7, 1, 7, 3, 7, 3, 0, 6, 7, 255, 1, 12, 74, 4, 1, 3, 74, 5, 2, 3, 74, 0, 4,
  5, 255, 1, 12, 73, 0, 1, 2, 255, 1, 12, 88, 3, 1, 73, 3, 3, 2, 89, 4, 1, 73, 4, 4, 2, 79, 0, 3, 4, 255, 1, 12, 74, 5,
  2, 4, 91, 0, 5, 3, 1, 255, 1, 12, 88, 6, 1, 89, 7, 1, 77, 8, 1, 5, 91, 8, 8, 3, 4, 91, 8, 7, 8, 1, 91, 0, 6, 2, 8,
  255, 1, 12, 73, 7, 1, 2, 88, 8, 1, 88, 9, 2, 79, 9, 8, 9, 74, 8, 5, 6, 79, 8, 9, 8, 80, 8, 7, 8, 2, 7, 1, 2, 10, 9, 7,
  10, 10, 2, 3, 10, 3, 10, 1, 10, 4, 10, 76, 10, 9, 10, 89, 7, 7, 73, 7, 7, 6, 79, 7, 10, 7, 80, 0, 8, 7, 255, 0, 2, 3,
  1, 2, 3, 0, 3, 3, 255, 0, 2, 3, 1, 2, 10, 0, 3, 255, 1, 1, 2, 5, 1, 2, 10, 6, 5, 75, 7, 6, 3, 3, 8, 4, 5, 3, 5, 8, 5,
  3, 8, 4, 3, 2, 8, 6, 8, 3, 8, 3, 8, 91, 0, 7, 5, 8, 255, 2, 17, 0, 32, 5, 1, 14, 5, 5, 3, 3, 5, 2, 5, 2, 6, 4, 2, 9,
  7, 1, 33, 7, 7, 14, 7, 7, 3, 3, 7, 6, 7, 1, 7, 5, 7, 9, 0, 7, 255, 2, 0, 12, 2, 6, 4, 2, 3, 6, 6, 1, 2, 7, 3, 4, 3, 7,
  7, 2, 1, 7, 4, 7, 10, 8, 1, 9, 8, 8, 29, 8, 8, 33, 8, 8, 9, 9, 1, 14, 9, 9, 5, 1, 9, 8, 9, 3, 9, 7, 9, 1, 0, 6, 9,
  255, 1, 12, 74, 5, 2, 4, 3, 6, 1, 3, 91, 0, 5, 6, 4, 255, 0, 9, 4, 1, 3, 4, 4, 2, 4, 0, 4, 3, 255, 2, 12, 0, 73, 6, 1,
  4, 3, 7, 2, 1, 2, 8, 1, 5, 5, 8, 3, 8, 3, 8, 7, 8, 91, 0, 6, 4, 8, 255, 1, 12, 73, 6, 1, 5, 78, 7, 2, 5, 79, 7, 6, 7,
  3, 6, 3, 4, 32, 8, 1, 3, 8, 6, 8, 91, 0, 7, 5, 8, 255, 0, 9, 4, 1, 4, 5, 2, 3, 24, 5, 5, 3, 0, 4, 5, 255, 0, 9, 4, 1,
  4, 5, 2, 3, 27, 5, 5, 3, 0, 4, 5, 255, 1, 12, 3, 0, 1, 2, 255, 0, 11, 3, 2, 3, 0, 1, 3, 255, 1, 5, 3, 4, 3, 1, 3, 0,
  4, 2, 255, 0, 9, 3, 1, 3, 3, 3, 2, 3, 0, 3, 2, 255, 2, 5, 12, 73, 6, 1, 2, 4, 7, 3, 4, 77, 8, 1, 2, 91, 8, 8, 3, 5,
  91, 0, 6, 7, 8, 255, 2, 5, 12, 73, 6, 1, 2, 4, 7, 3, 4, 77, 8, 2, 1, 91, 8, 8, 3, 5, 91, 0, 6, 7, 8, 255, 2, 5, 12,
  73, 6, 1, 2, 4, 7, 3, 4, 75, 8, 1, 2, 91, 8, 8, 3, 5, 91, 0, 6, 7, 8, 255, 2, 5, 12, 73, 6, 1, 2, 4, 7, 3, 4, 75, 8,
  2, 1, 91, 8, 8, 3, 5, 91, 0, 6, 7, 8, 255, 1, 12, 78, 5, 1, 2, 88, 6, 2, 80, 6, 5, 6, 91, 0, 6, 3, 4, 255, 1, 12, 78,
  5, 1, 2, 88, 6, 2, 80, 6, 5, 6, 91, 0, 6, 4, 3, 255, 1, 12, 76, 5, 1, 2, 88, 6, 2, 80, 6, 5, 6, 91, 0, 6, 3, 4, 255,
  1, 12, 76, 5, 1, 2, 88, 6, 2, 80, 6, 5, 6, 91, 0, 6, 4, 3, 255, 0, 4, 4, 2, 3, 3, 0, 1, 4, 255, 2, 12, 0, 73, 6, 1, 4,
  11, 7, 1, 3, 7, 2, 7, 19, 8, 5, 3, 3, 8, 7, 8, 91, 0, 6, 4, 8, 255, 0, 3, 4, 1, 2, 3, 0, 4, 3, 255, 0, 3, 4, 1, 2, 4,
  0, 4, 3, 255, 0, 9, 5, 1, 3, 5, 5, 2, 3, 5, 5, 3, 3, 6, 4, 4, 4, 0, 5, 6, 255, 1, 12, 78, 6, 1, 2, 76, 7, 1, 3, 79, 7,
  6, 7, 91, 0, 7, 4, 5, 255, 1, 0, 2, 4, 3, 2, 3, 0, 1, 4, 255, 0, 2, 4, 2, 3, 3, 0, 1, 4, 255, 1, 6, 3, 4, 1, 2, 3, 0,
  4, 3, 255, 1, 0, 1, 4, 2, 3, 3, 0, 1, 4, 255, 1, 0, 1, 4, 3, 2, 4, 0, 1, 4, 255, 1, 6, 3, 4, 2, 3, 4, 0, 1, 4, 255, 1,
  7, 3, 4, 2, 3, 4, 0, 1, 4, 255, 1, 5, 3, 4, 3, 2, 4, 0, 1, 4, 255, 1, 9, 3, 4, 3, 1, 3, 4, 4, 2, 3, 4, 4, 2, 3, 0, 4,
  2, 255, 0, 39, 3, 2, 3, 0, 1, 3, 255, 0, 9, 3, 1, 38, 4, 2, 3, 0, 3, 4, 255, 1, 0, 3, 4, 2, 2, 1, 4, 3, 4, 3, 0, 1, 4,
  255, 1, 0, 3, 4, 2, 2, 2, 4, 3, 4, 36, 4, 4, 4, 0, 1, 4, 255, 1, 0, 9, 4, 1, 3, 5, 2, 2, 2, 5, 3, 5, 36, 5, 5, 4, 0,
  4, 5, 255, 1, 0, 3, 4, 2, 2, 1, 4, 3, 4, 4, 0, 1, 4, 255, 0, 3, 4, 1, 2, 3, 5, 3, 3, 3, 6, 2, 2, 1, 6, 5, 6, 4, 0, 4,
  6, 255, 0, 9, 4, 1, 3, 4, 4, 2, 3, 5, 2, 2, 3, 6, 3, 3, 1, 6, 5, 6, 4, 0, 4, 6, 255, 0, 46, 3, 2, 3, 0, 1, 3, 255, 0,
  45, 3, 2, 3, 0, 1, 3, 255, 1, 0, 3, 4, 2, 2, 2, 4, 3, 4, 3, 0, 1, 4, 255, 1, 0, 3, 4, 2, 2, 1, 4, 4, 3, 36, 4, 4, 4,
  0, 1, 4, 255, 1, 0, 3, 4, 2, 2, 2, 4, 4, 3, 36, 4, 4, 4, 0, 1, 4, 255, 1, 0, 3, 4, 2, 2, 2, 4, 3, 4, 4, 0, 1, 4, 255,
  1, 18, 3, 4, 1, 3, 9, 5, 2, 3, 5, 5, 2, 29, 5, 5, 3, 0, 4, 5, 255, 1, 18, 9, 4, 1, 3, 4, 4, 3, 9, 5, 2, 3, 5, 5, 2,
  29, 5, 5, 3, 0, 4, 5, 255, 1, 19, 3, 4, 1, 3, 3, 5, 2, 2, 29, 5, 5, 3, 0, 4, 5, 255, 0, 55, 3, 2, 3, 0, 1, 3, 255, 1,
  0, 56, 4, 3, 2, 3, 0, 1, 4, 255, 1, 0, 1, 5, 2, 4, 56, 5, 5, 3, 3, 0, 1, 5, 255, 1, 12, 76, 4, 1, 3, 91, 0, 4, 3, 2,
  255, 1, 12, 77, 5, 1, 4, 3, 6, 2, 3, 91, 0, 5, 2, 6, 255, 1, 12, 77, 5, 1, 4, 3, 6, 2, 3, 29, 7, 1, 3, 7, 6, 7, 91, 0,
  5, 2, 7, 255, 4, 13, 12, 0, 14, 3, 7, 1, 3, 77, 8, 2, 4, 29, 9, 2, 3, 9, 6, 9, 91, 9, 8, 5, 9, 3, 0, 7, 9, 255, 1, 12,
  77, 5, 1, 4, 4, 6, 1, 3, 29, 6, 6, 3, 6, 2, 6, 91, 0, 5, 2, 6, 255, 1, 0, 3, 4, 1, 2, 2, 5, 3, 2, 3, 0, 4, 5, 255, 2,
  12, 0, 78, 6, 1, 4, 75, 7, 2, 1, 2, 8, 5, 1, 77, 8, 2, 8, 80, 8, 7, 8, 79, 8, 6, 8, 75, 6, 2, 4, 77, 7, 2, 5, 80, 7,
  6, 7, 4, 6, 4, 4, 2, 9, 5, 2, 3, 9, 2, 9, 4, 9, 3, 9, 91, 9, 7, 6, 9, 91, 0, 8, 4, 9, 255, 0, 9, 3, 2, 62, 3, 3, 3, 0,
  1, 3, 255, 1, 12, 77, 6, 1, 2, 75, 7, 1, 3, 79, 7, 6, 7, 91, 0, 7, 4, 5, 255, 1, 0, 10, 4, 2, 1, 4, 3, 4, 3, 4, 4, 4,
  4, 0, 1, 4, 255, 1, 0, 29, 4, 2, 33, 4, 4, 47, 4, 4, 62, 5, 2, 3, 5, 2, 5, 3, 6, 4, 4, 2, 6, 3, 6, 3, 6, 5, 6, 1, 6,
  4, 6, 3, 0, 1, 6, 255, 4, 20, 21, 16, 12, 77, 7, 1, 3, 75, 8, 1, 4, 79, 8, 7, 8, 4, 7, 2, 5, 91, 0, 8, 7, 6, 255, 4,
  20, 12, 21, 1, 75, 7, 1, 3, 75, 8, 1, 5, 4, 9, 1, 5, 1, 9, 9, 6, 3, 9, 2, 9, 91, 9, 8, 9, 2, 91, 0, 7, 4, 9, 255, 1,
  12, 77, 4, 1, 3, 3, 5, 2, 1, 91, 0, 4, 3, 5, 255, 1, 0, 62, 4, 2, 3, 5, 1, 4, 2, 4, 3, 4, 3, 4, 2, 4, 1, 4, 3, 4, 3,
  0, 5, 4, 255, 0, 3, 5, 1, 2, 77, 6, 5, 3, 62, 5, 5, 3, 5, 4, 5, 91, 0, 6, 4, 5, 255, 5, 1, 0, 2, 8, 9, 3, 8, 2, 5, 51,
  8, 8, 1, 8, 4, 8, 3, 8, 3, 8, 3, 9, 2, 6, 3, 10, 7, 2, 3, 10, 10, 2, 29, 10, 10, 3, 10, 9, 10, 1, 10, 8, 10, 3, 0, 1,
  10, 255, 5, 1, 0, 3, 4, 10, 3, 8, 6, 2, 3, 8, 8, 2, 3, 8, 8, 2, 1, 8, 2, 8, 3, 8, 5, 8, 47, 8, 8, 1, 9, 4, 8, 3, 9, 3,
  9, 3, 10, 3, 2, 3, 8, 8, 8, 2, 8, 4, 8, 3, 8, 10, 8, 3, 8, 8, 5, 3, 10, 7, 2, 3, 10, 10, 2, 1, 10, 4, 10, 3, 10, 8,
  10, 1, 10, 9, 10, 3, 0, 1, 10, 255, 1, 12, 74, 4, 1, 3, 91, 0, 4, 2, 3, 255, 1, 12, 74, 4, 1, 3, 91, 0, 4, 3, 2, 255,
  1, 12, 88, 4, 1, 89, 5, 1, 80, 5, 4, 5, 91, 0, 5, 3, 2, 255, 1, 5, 3, 5, 4, 1, 2, 6, 2, 3, 3, 0, 5, 6, 255, 1, 11, 3,
  5, 4, 1, 2, 6, 2, 3, 3, 0, 5, 6, 255, 0, 2, 4, 2, 3, 11, 4, 4, 3, 0, 1, 4, 255, 0, 9, 4, 1, 2, 5, 2, 3, 11, 5, 5, 3,
  0, 4, 5, 255, 0, 2, 5, 1, 2, 10, 6, 5, 75, 6, 6, 3, 3, 7, 4, 5, 3, 8, 4, 3, 11, 5, 5, 3, 5, 8, 5, 91, 0, 6, 7, 5, 255,
  0, 2, 5, 1, 2, 10, 6, 5, 75, 6, 6, 3, 9, 7, 4, 3, 8, 7, 5, 3, 7, 7, 3, 11, 5, 5, 3, 5, 7, 5, 91, 0, 6, 8, 5, 255, 2,
  0, 22, 2, 6, 2, 3, 3, 6, 1, 6, 2, 7, 4, 2, 3, 7, 7, 2, 14, 7, 7, 5, 4, 0, 6, 7, 255, 1, 17, 9, 4, 2, 33, 4, 4, 14, 4,
  4, 3, 32, 5, 2, 14, 5, 5, 3, 2, 5, 4, 5, 3, 0, 1, 5, 255, 1, 0, 3, 6, 2, 3, 1, 7, 6, 5, 2, 7, 7, 3, 62, 8, 4, 3, 8, 7,
  8, 2, 6, 8, 6, 3, 0, 1, 6, 255, 2, 0, 12, 2, 6, 2, 4, 10, 7, 3, 9, 7, 7, 29, 7, 7, 33, 7, 7, 9, 8, 3, 14, 8, 8, 5, 1,
  8, 7, 8, 3, 8, 6, 8, 2, 8, 8, 3, 3, 0, 1, 8, 255, 1, 12, 3, 5, 1, 2, 10, 6, 3, 9, 6, 6, 29, 6, 6, 33, 6, 6, 9, 7, 3,
  14, 7, 7, 4, 1, 7, 6, 7, 3, 0, 5, 7, 255, 1, 12, 74, 5, 1, 4, 3, 6, 2, 3, 91, 0, 5, 6, 4, 255,
]);
