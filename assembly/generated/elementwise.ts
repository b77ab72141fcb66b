// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.
import * as math from '../math/index';

function copy_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;
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

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.pow<T>(x0, x1));
  }
}
function remainder_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.remainder<T>(x0, x1));
  }
}
function fmod_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.fmod<T>(x0, x1));
  }
}
function floorDivide_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.floorDivide<T>(x0, x1));
  }
}
function neg_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;
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

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.abs<T>(x0));
  }
}
function sign_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.sign<T>(x0));
  }
}
function square_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;
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
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.maximum<T>(x0, x1));
  }
}
function minimum_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.minimum<T>(x0, x1));
  }
}
function fmax_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(
      out + k,
      V.select<T>(math.isnan<T>(x0), x1, V.select<T>(math.isnan<T>(x1), x0, math.maximum<T>(x0, x1))),
    );
  }
}
function fmin_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(
      out + k,
      V.select<T>(math.isnan<T>(x0), x1, V.select<T>(math.isnan<T>(x1), x0, math.minimum<T>(x0, x1))),
    );
  }
}
function hypot_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.hypot<T>(x0, x1));
  }
}
function copysign_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.copysign<T>(x0, x1));
  }
}
function addcmul_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const i3 = load<usize>(at, 16);

  let k: usize = 0;
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

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, math.minimum<T>(math.maximum<T>(x0, x1), x2));
  }
}
function lerp_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([5e-1])));
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    const t0 = V.sub<T>(x1, x0);
    V.write<T>(
      out + k,
      V.select<T>(V.lt<T>(x2, tc0), V.add<T>(x0, V.mul<T>(x2, t0)), V.sub<T>(x1, V.mul<T>(t0, V.sub<T>(tc1, x2)))),
    );
  }
}
function floor_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.floor<T>(x0));
  }
}
function ceil_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.ceil<T>(x0));
  }
}
function round_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.round<T>(x0));
  }
}
function trunc_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.trunc<T>(x0));
  }
}
function frac_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.sub<T>(x0, math.trunc<T>(x0)));
  }
}
function exp_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.exp<T>(x0));
  }
}
function exp2_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.exp2<T>(x0));
  }
}
function expm1_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.expm1<T>(x0));
  }
}
function log_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.log<T>(x0));
  }
}
function log1p_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.log1p<T>(x0));
  }
}
function log2_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.log2<T>(x0));
  }
}
function log10_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.log10<T>(x0));
  }
}
function sqrt_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.sqrt<T>(x0));
  }
}
function rsqrt_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.div<T>(tc0, math.sqrt<T>(x0)));
  }
}
function sin_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.sin<T>(x0));
  }
}
function cos_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.cos<T>(x0));
  }
}
function tan_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.tan<T>(x0));
  }
}
function asin_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.asin<T>(x0));
  }
}
function acos_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.acos<T>(x0));
  }
}
function atan_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.atan<T>(x0));
  }
}
function atan2_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.atan2<T>(x0, x1));
  }
}
function sinh_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.sinh<T>(x0));
  }
}
function cosh_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.cosh<T>(x0));
  }
}
function tanh_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.tanh<T>(x0));
  }
}
function asinh_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.asinh<T>(x0));
  }
}
function acosh_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.acosh<T>(x0));
  }
}
function atanh_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.atanh<T>(x0));
  }
}
function erf_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.erf<T>(x0));
  }
}
function erfc_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.erfc<T>(x0));
  }
}
function erfinv_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.erfinv<T>(x0));
  }
}
function lgamma_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.lgamma<T>(x0));
  }
}
function digamma_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.digamma<T>(x0));
  }
}
function polygamma_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.polygamma<T>(x0, x1));
  }
}
function relu_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;
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

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.select<T>(V.gt<T>(x0, tc0), x0, V.mul<T>(x1, math.expm1<T>(x0))));
  }
}
function selu_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0507009873554805])));
  const tc1 = V.splat<T>(0);
  const tc2 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.6732632423543772])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.mul<T>(tc0, V.select<T>(V.gt<T>(x0, tc1), x0, V.mul<T>(tc2, math.expm1<T>(x0)))));
  }
}
function celu_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.select<T>(V.gt<T>(x0, tc0), x0, V.mul<T>(x1, math.expm1<T>(V.div<T>(x0, x1)))));
  }
}
function sigmoid_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, math.sigmoid<T>(x0));
  }
}
function logit_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([2.5e-1])));
  const tc2 = V.splat<T>(<T>load<f64>(memory.data<f64>([2.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const t0 = math.minimum<T>(math.maximum<T>(x0, x1), V.sub<T>(tc0, x1));
    const t1 = V.sub<T>(tc0, t0);
    V.write<T>(
      out + k,
      V.select<T>(
        V.lt<T>(t0, tc1),
        math.log<T>(V.div<T>(t0, t1)),
        math.log1p<T>(V.div<T>(V.sub<T>(V.mul<T>(tc2, t0), tc0), t1)),
      ),
    );
  }
}
function logSigmoid_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.sub<T>(math.minimum<T>(x0, tc0), math.log1p<T>(math.exp<T>(V.neg<T>(math.abs<T>(x0))))));
  }
}
function mish_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.tanh<T>(math.log1p<T>(math.exp<T>(x0)))));
  }
}
function silu_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.sigmoid<T>(x0)));
  }
}
function softplus_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    const t0 = V.mul<T>(x0, x1);
    V.write<T>(out + k, V.select<T>(V.gt<T>(t0, x2), x0, V.div<T>(math.log1p<T>(math.exp<T>(t0)), x1)));
  }
}
function geluErf_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([5e-1])));
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  const tc2 = V.splat<T>(<T>load<f64>(memory.data<f64>([7.071067811865476e-1])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.mul<T>(V.mul<T>(tc0, x0), V.add<T>(tc1, math.erf<T>(V.mul<T>(x0, tc2)))));
  }
}
function geluTanh_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([5e-1])));
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  const tc2 = V.splat<T>(<T>load<f64>(memory.data<f64>([7.978845608028654e-1])));
  const tc3 = V.splat<T>(<T>load<f64>(memory.data<f64>([4.4715e-2])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(
      out + k,
      V.mul<T>(
        V.mul<T>(tc0, x0),
        V.add<T>(tc1, math.tanh<T>(V.mul<T>(tc2, V.add<T>(x0, V.mul<T>(V.mul<T>(V.mul<T>(tc3, x0), x0), x0))))),
      ),
    );
  }
}
function eq_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.keep<T>(math.isnan<T>(x0), tc0));
  }
}
function isinf_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.keep<T>(math.isinf<T>(x0), tc0));
  }
}
function isfinite_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.keep<T>(V.both<T>(V.not<T>(math.isnan<T>(x0)), V.not<T>(math.isinf<T>(x0))), tc0));
  }
}
function where_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;
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
function nanToNum_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const i3 = load<usize>(at, 16);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    const x3 = V.read<T>(i3 + k);
    V.write<T>(
      out + k,
      V.select<T>(math.isnan<T>(x0), x1, V.select<T>(math.isinf<T>(x0), V.select<T>(V.gt<T>(x0, tc0), x2, x3), x0)),
    );
  }
}
function isclose_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const i3 = load<usize>(at, 16);
  const i4 = load<usize>(at, 20);
  const tc0 = V.splat<T>(0);
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    const x3 = V.read<T>(i3 + k);
    const x4 = V.read<T>(i4 + k);
    const t0 = V.sub<T>(x0, x1);
    V.write<T>(
      out + k,
      V.keep<T>(
        V.either<T>(
          V.either<T>(V.eq<T>(x0, x1), V.both<T>(V.both<T>(math.isnan<T>(x0), math.isnan<T>(x1)), V.ne<T>(x4, tc0))),
          V.both<T>(V.le<T>(math.abs<T>(t0), V.add<T>(x3, V.mul<T>(x2, math.abs<T>(x1)))), V.not<T>(math.isinf<T>(t0))),
        ),
        tc1,
      ),
    );
  }
}
function squaredError_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const t0 = V.sub<T>(x0, x1);
    V.write<T>(out + k, V.mul<T>(t0, t0));
  }
}
function absoluteError_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, math.abs<T>(V.sub<T>(x0, x1)));
  }
}
function huberError_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([5e-1])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    const t0 = V.sub<T>(x0, x1);
    const t1 = math.abs<T>(t0);
    V.write<T>(
      out + k,
      V.select<T>(V.lt<T>(t1, x2), V.mul<T>(V.mul<T>(tc0, t0), t0), V.mul<T>(x2, V.sub<T>(t1, V.mul<T>(tc0, x2)))),
    );
  }
}
function binaryCrossEntropyError_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([-100.0])));
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(
      out + k,
      V.neg<T>(
        V.add<T>(
          V.mul<T>(x1, math.maximum<T>(math.log<T>(x0), tc0)),
          V.mul<T>(V.sub<T>(tc1, x1), math.maximum<T>(math.log1p<T>(V.neg<T>(x0)), tc0)),
        ),
      ),
    );
  }
}
function binaryCrossEntropyLogitsError_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  const tc1 = V.splat<T>(0);
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(
      out + k,
      V.add<T>(
        V.mul<T>(V.sub<T>(tc0, x1), x0),
        V.mul<T>(
          V.add<T>(tc0, V.mul<T>(V.sub<T>(x2, tc0), x1)),
          V.add<T>(math.log1p<T>(math.exp<T>(V.neg<T>(math.abs<T>(x0)))), math.maximum<T>(V.neg<T>(x0), tc1)),
        ),
      ),
    );
  }
}
function maskScale_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;
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
function pow_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(
      out + k,
      V.select<T>(V.eq<T>(x0, tc0), tc0, V.mul<T>(V.mul<T>(x1, x0), math.pow<T>(x2, V.sub<T>(x0, tc1)))),
    );
  }
}
function pow_db_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const i3 = load<usize>(at, 16);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    const x3 = V.read<T>(i3 + k);
    V.write<T>(
      out + k,
      V.select<T>(V.both<T>(V.eq<T>(x0, tc0), V.ge<T>(x1, tc0)), tc0, V.mul<T>(V.mul<T>(x2, x3), math.log<T>(x0))),
    );
  }
}
function remainder_db_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.mul<T>(V.neg<T>(x0), math.floor<T>(V.div<T>(x1, x2))));
  }
}
function fmod_db_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.mul<T>(V.neg<T>(x0), math.trunc<T>(V.div<T>(x1, x2))));
  }
}
function floorDivide_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;
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

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.sign<T>(x1)));
  }
}
function square_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([2.0])));
  let k: usize = 0;
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
function maximum_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([2.0])));
  const tc1 = V.splat<T>(0);
  let k: usize = 0;
  for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
    {
      const x0 = V.read<T>(i0 + k);
      const x1 = V.read<T>(i1 + k);
      const x2 = V.read<T>(i2 + k);
      V.write<T>(out + k, V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.gt<T>(x0, x1), x2, tc1)));
    }
    {
      const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
      V.write<T>(
        out + k + 1 * V.bytes<T>(),
        V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.gt<T>(x0, x1), x2, tc1)),
      );
    }
    {
      const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
      V.write<T>(
        out + k + 2 * V.bytes<T>(),
        V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.gt<T>(x0, x1), x2, tc1)),
      );
    }
    {
      const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
      V.write<T>(
        out + k + 3 * V.bytes<T>(),
        V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.gt<T>(x0, x1), x2, tc1)),
      );
    }
  }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.gt<T>(x0, x1), x2, tc1)));
  }
}
function maximum_db_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([2.0])));
  const tc1 = V.splat<T>(0);
  let k: usize = 0;
  for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
    {
      const x0 = V.read<T>(i0 + k);
      const x1 = V.read<T>(i1 + k);
      const x2 = V.read<T>(i2 + k);
      V.write<T>(out + k, V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.gt<T>(x1, x0), x2, tc1)));
    }
    {
      const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
      V.write<T>(
        out + k + 1 * V.bytes<T>(),
        V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.gt<T>(x1, x0), x2, tc1)),
      );
    }
    {
      const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
      V.write<T>(
        out + k + 2 * V.bytes<T>(),
        V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.gt<T>(x1, x0), x2, tc1)),
      );
    }
    {
      const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
      V.write<T>(
        out + k + 3 * V.bytes<T>(),
        V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.gt<T>(x1, x0), x2, tc1)),
      );
    }
  }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.gt<T>(x1, x0), x2, tc1)));
  }
}
function minimum_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([2.0])));
  const tc1 = V.splat<T>(0);
  let k: usize = 0;
  for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
    {
      const x0 = V.read<T>(i0 + k);
      const x1 = V.read<T>(i1 + k);
      const x2 = V.read<T>(i2 + k);
      V.write<T>(out + k, V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.lt<T>(x0, x1), x2, tc1)));
    }
    {
      const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
      V.write<T>(
        out + k + 1 * V.bytes<T>(),
        V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.lt<T>(x0, x1), x2, tc1)),
      );
    }
    {
      const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
      V.write<T>(
        out + k + 2 * V.bytes<T>(),
        V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.lt<T>(x0, x1), x2, tc1)),
      );
    }
    {
      const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
      V.write<T>(
        out + k + 3 * V.bytes<T>(),
        V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.lt<T>(x0, x1), x2, tc1)),
      );
    }
  }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.lt<T>(x0, x1), x2, tc1)));
  }
}
function minimum_db_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([2.0])));
  const tc1 = V.splat<T>(0);
  let k: usize = 0;
  for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
    {
      const x0 = V.read<T>(i0 + k);
      const x1 = V.read<T>(i1 + k);
      const x2 = V.read<T>(i2 + k);
      V.write<T>(out + k, V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.lt<T>(x1, x0), x2, tc1)));
    }
    {
      const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
      V.write<T>(
        out + k + 1 * V.bytes<T>(),
        V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.lt<T>(x1, x0), x2, tc1)),
      );
    }
    {
      const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
      V.write<T>(
        out + k + 2 * V.bytes<T>(),
        V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.lt<T>(x1, x0), x2, tc1)),
      );
    }
    {
      const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
      V.write<T>(
        out + k + 3 * V.bytes<T>(),
        V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.lt<T>(x1, x0), x2, tc1)),
      );
    }
  }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.select<T>(V.eq<T>(x0, x1), V.div<T>(x2, tc0), V.select<T>(V.lt<T>(x1, x0), x2, tc1)));
  }
}
function fmax_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.select<T>(V.either<T>(V.ge<T>(x0, x1), math.isnan<T>(x1)), x2, tc0));
  }
}
function fmax_db_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.select<T>(V.either<T>(V.ge<T>(x0, x1), math.isnan<T>(x1)), tc0, x2));
  }
}
function fmin_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.select<T>(V.either<T>(V.le<T>(x0, x1), math.isnan<T>(x1)), x2, tc0));
  }
}
function fmin_db_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.select<T>(V.either<T>(V.le<T>(x0, x1), math.isnan<T>(x1)), tc0, x2));
  }
}
function hypot_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);

  let k: usize = 0;
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
function copysign_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(
      out + k,
      V.select<T>(V.eq<T>(x0, tc0), tc0, V.mul<T>(V.mul<T>(x1, math.sign<T>(x0)), math.copysign<T>(tc1, x2))),
    );
  }
}
function addcmul_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);

  let k: usize = 0;
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
function addcdiv_db_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const i3 = load<usize>(at, 16);

  let k: usize = 0;
  for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
    {
      const x0 = V.read<T>(i0 + k);
      const x1 = V.read<T>(i1 + k);
      const x2 = V.read<T>(i2 + k);
      const x3 = V.read<T>(i3 + k);
      V.write<T>(out + k, V.div<T>(V.mul<T>(V.mul<T>(V.neg<T>(x0), x1), x2), V.mul<T>(x3, x3)));
    }
    {
      const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
      const x3 = V.read<T>(i3 + k + 1 * V.bytes<T>());
      V.write<T>(out + k + 1 * V.bytes<T>(), V.div<T>(V.mul<T>(V.mul<T>(V.neg<T>(x0), x1), x2), V.mul<T>(x3, x3)));
    }
    {
      const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
      const x3 = V.read<T>(i3 + k + 2 * V.bytes<T>());
      V.write<T>(out + k + 2 * V.bytes<T>(), V.div<T>(V.mul<T>(V.mul<T>(V.neg<T>(x0), x1), x2), V.mul<T>(x3, x3)));
    }
    {
      const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
      const x3 = V.read<T>(i3 + k + 3 * V.bytes<T>());
      V.write<T>(out + k + 3 * V.bytes<T>(), V.div<T>(V.mul<T>(V.mul<T>(V.neg<T>(x0), x1), x2), V.mul<T>(x3, x3)));
    }
  }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    const x3 = V.read<T>(i3 + k);
    V.write<T>(out + k, V.div<T>(V.mul<T>(V.mul<T>(V.neg<T>(x0), x1), x2), V.mul<T>(x3, x3)));
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
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([6.931471805599453e-1])));
  let k: usize = 0;
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
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([6.931471805599453e-1])));
  let k: usize = 0;
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
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([2.302585092994046])));
  let k: usize = 0;
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
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([2.0])));
  let k: usize = 0;
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
function rsqrt_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([-5e-1])));
  let k: usize = 0;
  for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
    {
      const x0 = V.read<T>(i0 + k);
      const x1 = V.read<T>(i1 + k);
      V.write<T>(out + k, V.mul<T>(V.mul<T>(V.mul<T>(V.mul<T>(tc0, x0), x1), x1), x1));
    }
    {
      const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
      V.write<T>(out + k + 1 * V.bytes<T>(), V.mul<T>(V.mul<T>(V.mul<T>(V.mul<T>(tc0, x0), x1), x1), x1));
    }
    {
      const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
      V.write<T>(out + k + 2 * V.bytes<T>(), V.mul<T>(V.mul<T>(V.mul<T>(V.mul<T>(tc0, x0), x1), x1), x1));
    }
    {
      const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
      V.write<T>(out + k + 3 * V.bytes<T>(), V.mul<T>(V.mul<T>(V.mul<T>(V.mul<T>(tc0, x0), x1), x1), x1));
    }
  }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(V.mul<T>(V.mul<T>(V.mul<T>(tc0, x0), x1), x1), x1));
  }
}
function sin_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.cos<T>(x1)));
  }
}
function cos_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(V.neg<T>(x0), math.sin<T>(x1)));
  }
}
function tan_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
function asin_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.div<T>(x0, math.sqrt<T>(V.sub<T>(tc0, V.mul<T>(x1, x1)))));
  }
}
function acos_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.div<T>(V.neg<T>(x0), math.sqrt<T>(V.sub<T>(tc0, V.mul<T>(x1, x1)))));
  }
}
function atan_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
function atan2_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);

  let k: usize = 0;
  for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
    {
      const x0 = V.read<T>(i0 + k);
      const x1 = V.read<T>(i1 + k);
      const x2 = V.read<T>(i2 + k);
      V.write<T>(out + k, V.div<T>(V.mul<T>(x0, x1), V.add<T>(V.mul<T>(x2, x2), V.mul<T>(x1, x1))));
    }
    {
      const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
      V.write<T>(out + k + 1 * V.bytes<T>(), V.div<T>(V.mul<T>(x0, x1), V.add<T>(V.mul<T>(x2, x2), V.mul<T>(x1, x1))));
    }
    {
      const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
      V.write<T>(out + k + 2 * V.bytes<T>(), V.div<T>(V.mul<T>(x0, x1), V.add<T>(V.mul<T>(x2, x2), V.mul<T>(x1, x1))));
    }
    {
      const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
      V.write<T>(out + k + 3 * V.bytes<T>(), V.div<T>(V.mul<T>(x0, x1), V.add<T>(V.mul<T>(x2, x2), V.mul<T>(x1, x1))));
    }
  }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.div<T>(V.mul<T>(x0, x1), V.add<T>(V.mul<T>(x2, x2), V.mul<T>(x1, x1))));
  }
}
function atan2_db_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);

  let k: usize = 0;
  for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
    {
      const x0 = V.read<T>(i0 + k);
      const x1 = V.read<T>(i1 + k);
      const x2 = V.read<T>(i2 + k);
      V.write<T>(out + k, V.div<T>(V.mul<T>(V.neg<T>(x0), x1), V.add<T>(V.mul<T>(x1, x1), V.mul<T>(x2, x2))));
    }
    {
      const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
      V.write<T>(
        out + k + 1 * V.bytes<T>(),
        V.div<T>(V.mul<T>(V.neg<T>(x0), x1), V.add<T>(V.mul<T>(x1, x1), V.mul<T>(x2, x2))),
      );
    }
    {
      const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
      V.write<T>(
        out + k + 2 * V.bytes<T>(),
        V.div<T>(V.mul<T>(V.neg<T>(x0), x1), V.add<T>(V.mul<T>(x1, x1), V.mul<T>(x2, x2))),
      );
    }
    {
      const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
      V.write<T>(
        out + k + 3 * V.bytes<T>(),
        V.div<T>(V.mul<T>(V.neg<T>(x0), x1), V.add<T>(V.mul<T>(x1, x1), V.mul<T>(x2, x2))),
      );
    }
  }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.div<T>(V.mul<T>(V.neg<T>(x0), x1), V.add<T>(V.mul<T>(x1, x1), V.mul<T>(x2, x2))));
  }
}
function sinh_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.cosh<T>(x1)));
  }
}
function cosh_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.sinh<T>(x1)));
  }
}
function tanh_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
function asinh_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.div<T>(x0, math.sqrt<T>(V.add<T>(V.mul<T>(x1, x1), tc0))));
  }
}
function acosh_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.div<T>(x0, math.sqrt<T>(V.sub<T>(V.mul<T>(x1, x1), tc0))));
  }
}
function atanh_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
function erf_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.1283791670955126])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(V.mul<T>(x0, tc0), math.exp<T>(V.mul<T>(V.neg<T>(x1), x1))));
  }
}
function erfc_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.1283791670955126])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(V.mul<T>(V.neg<T>(x0), tc0), math.exp<T>(V.mul<T>(V.neg<T>(x1), x1))));
  }
}
function erfinv_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([8.86226925452758e-1])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(V.mul<T>(x0, tc0), math.exp<T>(V.mul<T>(x1, x1))));
  }
}
function lgamma_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.digamma<T>(x1)));
  }
}
function digamma_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.polygamma<T>(tc0, x1)));
  }
}
function polygamma_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.polygamma<T>(V.add<T>(x1, tc0), x2)));
  }
}
function relu_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;
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
function elu_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.select<T>(V.gt<T>(x0, tc0), x1, V.mul<T>(V.mul<T>(x1, x2), math.exp<T>(x0))));
  }
}
function selu_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0507009873554805])));
  const tc1 = V.splat<T>(0);
  const tc2 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  const tc3 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.6732632423543772])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(
      out + k,
      V.mul<T>(V.mul<T>(x0, tc0), V.select<T>(V.gt<T>(x1, tc1), tc2, V.mul<T>(tc3, math.exp<T>(x1)))),
    );
  }
}
function celu_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.select<T>(V.gt<T>(x0, tc0), x1, V.mul<T>(x1, math.exp<T>(V.div<T>(x0, x2)))));
  }
}
function sigmoid_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
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
function logit_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;
  for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
    {
      const x0 = V.read<T>(i0 + k);
      const x1 = V.read<T>(i1 + k);
      const x2 = V.read<T>(i2 + k);
      V.write<T>(
        out + k,
        V.select<T>(
          V.both<T>(V.ge<T>(x0, tc0), V.either<T>(V.lt<T>(x1, x0), V.gt<T>(x1, V.sub<T>(tc1, x0)))),
          tc0,
          V.select<T>(
            V.either<T>(V.lt<T>(x1, tc0), V.gt<T>(x1, tc1)),
            V.div<T>(tc0, tc0),
            V.div<T>(x2, V.mul<T>(x1, V.sub<T>(tc1, x1))),
          ),
        ),
      );
    }
    {
      const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
      V.write<T>(
        out + k + 1 * V.bytes<T>(),
        V.select<T>(
          V.both<T>(V.ge<T>(x0, tc0), V.either<T>(V.lt<T>(x1, x0), V.gt<T>(x1, V.sub<T>(tc1, x0)))),
          tc0,
          V.select<T>(
            V.either<T>(V.lt<T>(x1, tc0), V.gt<T>(x1, tc1)),
            V.div<T>(tc0, tc0),
            V.div<T>(x2, V.mul<T>(x1, V.sub<T>(tc1, x1))),
          ),
        ),
      );
    }
    {
      const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
      V.write<T>(
        out + k + 2 * V.bytes<T>(),
        V.select<T>(
          V.both<T>(V.ge<T>(x0, tc0), V.either<T>(V.lt<T>(x1, x0), V.gt<T>(x1, V.sub<T>(tc1, x0)))),
          tc0,
          V.select<T>(
            V.either<T>(V.lt<T>(x1, tc0), V.gt<T>(x1, tc1)),
            V.div<T>(tc0, tc0),
            V.div<T>(x2, V.mul<T>(x1, V.sub<T>(tc1, x1))),
          ),
        ),
      );
    }
    {
      const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
      V.write<T>(
        out + k + 3 * V.bytes<T>(),
        V.select<T>(
          V.both<T>(V.ge<T>(x0, tc0), V.either<T>(V.lt<T>(x1, x0), V.gt<T>(x1, V.sub<T>(tc1, x0)))),
          tc0,
          V.select<T>(
            V.either<T>(V.lt<T>(x1, tc0), V.gt<T>(x1, tc1)),
            V.div<T>(tc0, tc0),
            V.div<T>(x2, V.mul<T>(x1, V.sub<T>(tc1, x1))),
          ),
        ),
      );
    }
  }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(
      out + k,
      V.select<T>(
        V.both<T>(V.ge<T>(x0, tc0), V.either<T>(V.lt<T>(x1, x0), V.gt<T>(x1, V.sub<T>(tc1, x0)))),
        tc0,
        V.select<T>(
          V.either<T>(V.lt<T>(x1, tc0), V.gt<T>(x1, tc1)),
          V.div<T>(tc0, tc0),
          V.div<T>(x2, V.mul<T>(x1, V.sub<T>(tc1, x1))),
        ),
      ),
    );
  }
}
function logSigmoid_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.sigmoid<T>(V.neg<T>(x1))));
  }
}
function hardtanh_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const i3 = load<usize>(at, 16);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;
  for (; k + 4 * V.bytes<T>() <= bytes; k += 4 * V.bytes<T>()) {
    {
      const x0 = V.read<T>(i0 + k);
      const x1 = V.read<T>(i1 + k);
      const x2 = V.read<T>(i2 + k);
      const x3 = V.read<T>(i3 + k);
      V.write<T>(out + k, V.select<T>(V.both<T>(V.gt<T>(x0, x1), V.lt<T>(x0, x2)), x3, tc0));
    }
    {
      const x0 = V.read<T>(i0 + k + 1 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 1 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 1 * V.bytes<T>());
      const x3 = V.read<T>(i3 + k + 1 * V.bytes<T>());
      V.write<T>(out + k + 1 * V.bytes<T>(), V.select<T>(V.both<T>(V.gt<T>(x0, x1), V.lt<T>(x0, x2)), x3, tc0));
    }
    {
      const x0 = V.read<T>(i0 + k + 2 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 2 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 2 * V.bytes<T>());
      const x3 = V.read<T>(i3 + k + 2 * V.bytes<T>());
      V.write<T>(out + k + 2 * V.bytes<T>(), V.select<T>(V.both<T>(V.gt<T>(x0, x1), V.lt<T>(x0, x2)), x3, tc0));
    }
    {
      const x0 = V.read<T>(i0 + k + 3 * V.bytes<T>());
      const x1 = V.read<T>(i1 + k + 3 * V.bytes<T>());
      const x2 = V.read<T>(i2 + k + 3 * V.bytes<T>());
      const x3 = V.read<T>(i3 + k + 3 * V.bytes<T>());
      V.write<T>(out + k + 3 * V.bytes<T>(), V.select<T>(V.both<T>(V.gt<T>(x0, x1), V.lt<T>(x0, x2)), x3, tc0));
    }
  }
  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    const x3 = V.read<T>(i3 + k);
    V.write<T>(out + k, V.select<T>(V.both<T>(V.gt<T>(x0, x1), V.lt<T>(x0, x2)), x3, tc0));
  }
}
function mish_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const t0 = math.tanh<T>(math.log1p<T>(math.exp<T>(x1)));
    V.write<T>(
      out + k,
      V.mul<T>(x0, V.add<T>(t0, V.mul<T>(V.mul<T>(x1, math.sigmoid<T>(x1)), V.sub<T>(tc0, V.mul<T>(t0, t0))))),
    );
  }
}
function silu_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const t0 = math.sigmoid<T>(x1);
    V.write<T>(out + k, V.mul<T>(V.mul<T>(x0, t0), V.add<T>(tc0, V.mul<T>(x1, V.sub<T>(tc0, t0)))));
  }
}
function softplus_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const i3 = load<usize>(at, 16);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    const x3 = V.read<T>(i3 + k);
    const t0 = V.mul<T>(x0, x1);
    V.write<T>(out + k, V.select<T>(V.gt<T>(t0, x2), x3, V.mul<T>(x3, math.sigmoid<T>(t0))));
  }
}
function geluErf_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([5e-1])));
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  const tc2 = V.splat<T>(<T>load<f64>(memory.data<f64>([7.071067811865476e-1])));
  const tc3 = V.splat<T>(<T>load<f64>(memory.data<f64>([3.989422804014327e-1])));
  const tc4 = V.splat<T>(<T>load<f64>(memory.data<f64>([-5e-1])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
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
  }
}
function geluTanh_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([5e-1])));
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  const tc2 = V.splat<T>(<T>load<f64>(memory.data<f64>([7.978845608028654e-1])));
  const tc3 = V.splat<T>(<T>load<f64>(memory.data<f64>([4.4715e-2])));
  const tc4 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.34145e-1])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
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
  }
}
function where_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;
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
function nanToNum_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(out + k, V.select<T>(V.either<T>(math.isnan<T>(x0), math.isinf<T>(x0)), tc0, x1));
  }
}
function squaredError_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([2.0])));
  let k: usize = 0;
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
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([-2.0])));
  let k: usize = 0;
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

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.mul<T>(x0, math.sign<T>(V.sub<T>(x1, x2))));
  }
}
function absoluteError_db_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(out + k, V.mul<T>(V.neg<T>(x0), math.sign<T>(V.sub<T>(x1, x2))));
  }
}
function huberError_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const i3 = load<usize>(at, 16);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    const x3 = V.read<T>(i3 + k);
    const t0 = V.sub<T>(x0, x1);
    V.write<T>(
      out + k,
      V.select<T>(V.lt<T>(math.abs<T>(t0), x2), V.mul<T>(x3, t0), V.mul<T>(V.mul<T>(x3, x2), math.sign<T>(t0))),
    );
  }
}
function huberError_db_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const i3 = load<usize>(at, 16);

  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    const x3 = V.read<T>(i3 + k);
    const t0 = V.sub<T>(x0, x1);
    const t1 = V.neg<T>(x3);
    V.write<T>(
      out + k,
      V.select<T>(V.lt<T>(math.abs<T>(t0), x2), V.mul<T>(t1, t0), V.mul<T>(V.mul<T>(t1, x2), math.sign<T>(t0))),
    );
  }
}
function binaryCrossEntropyError_da_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  const tc1 = V.splat<T>(<T>load<f64>(memory.data<f64>([1e-12])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(
      out + k,
      V.div<T>(V.mul<T>(x0, V.sub<T>(x1, x2)), math.maximum<T>(V.mul<T>(V.sub<T>(tc0, x1), x1), tc1)),
    );
  }
}
function binaryCrossEntropyError_db_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([-100.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    V.write<T>(
      out + k,
      V.mul<T>(x0, V.sub<T>(math.maximum<T>(math.log1p<T>(V.neg<T>(x1)), tc0), math.maximum<T>(math.log<T>(x1), tc0))),
    );
  }
}
function binaryCrossEntropyLogitsError_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const i3 = load<usize>(at, 16);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    const x3 = V.read<T>(i3 + k);
    const t0 = V.mul<T>(x1, x2);
    V.write<T>(out + k, V.mul<T>(x0, V.sub<T>(V.mul<T>(V.sub<T>(V.add<T>(t0, tc0), x2), math.sigmoid<T>(x3)), t0)));
  }
}
function binaryCrossEntropyLogitsError_dt_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  const tc1 = V.splat<T>(0);
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(
      out + k,
      V.mul<T>(
        x0,
        V.sub<T>(
          V.mul<T>(
            V.sub<T>(x1, tc0),
            V.add<T>(math.log1p<T>(math.exp<T>(V.neg<T>(math.abs<T>(x2)))), math.maximum<T>(V.neg<T>(x2), tc1)),
          ),
          x2,
        ),
      ),
    );
  }
}
function binaryCrossEntropyLogitsError_dposWeight_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const x2 = V.read<T>(i2 + k);
    V.write<T>(
      out + k,
      V.mul<T>(
        V.mul<T>(x0, x1),
        V.add<T>(math.log1p<T>(math.exp<T>(V.neg<T>(math.abs<T>(x2)))), math.maximum<T>(V.neg<T>(x2), tc0)),
      ),
    );
  }
}
function maskScale_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const i2 = load<usize>(at, 12);
  const tc0 = V.splat<T>(0);
  let k: usize = 0;
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

// Kernels are numbered in the order of the opcodes from Op.firstElementwise on.
export const inputCounts: StaticArray<u8> = [
  1, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 4, 4, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 2, 1, 2, 1, 2, 1, 1, 1, 3, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2,
  2, 1, 1, 1, 1, 3, 3, 4, 5, 2, 2, 3, 2, 3, 3, 3, 3, 4, 3, 3, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 2,
  3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 3, 3, 2, 3, 2, 3, 2, 4, 2, 2,
  4, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 3, 2, 4, 3, 3, 3,
];
export const takesIntegers: StaticArray<bool> = [
  true,
  true,
  true,
  true,
  false,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  false,
  true,
  true,
  true,
  true,
  false,
  false,
  true,
  false,
  true,
  false,
  true,
  true,
  true,
  true,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  true,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
  false,
];

/** `bytes` is a number of whole vectors; at `at` are the addresses of the output and the inputs: contiguous, of one type. */
export function runBlock<T>(kernel: i32, bytes: usize, at: usize): void {
  switch (kernel) {
    case 0:
      copy_<T>(bytes, at);
      return;
    case 1:
      add_<T>(bytes, at);
      return;
    case 2:
      sub_<T>(bytes, at);
      return;
    case 3:
      mul_<T>(bytes, at);
      return;
    case 4:
      if (isFloat<T>()) div_<T>(bytes, at);
      return;
    case 5:
      pow_<T>(bytes, at);
      return;
    case 6:
      remainder_<T>(bytes, at);
      return;
    case 7:
      fmod_<T>(bytes, at);
      return;
    case 8:
      floorDivide_<T>(bytes, at);
      return;
    case 9:
      neg_<T>(bytes, at);
      return;
    case 10:
      abs_<T>(bytes, at);
      return;
    case 11:
      sign_<T>(bytes, at);
      return;
    case 12:
      square_<T>(bytes, at);
      return;
    case 13:
      if (isFloat<T>()) reciprocal_<T>(bytes, at);
      return;
    case 14:
      maximum_<T>(bytes, at);
      return;
    case 15:
      minimum_<T>(bytes, at);
      return;
    case 16:
      fmax_<T>(bytes, at);
      return;
    case 17:
      fmin_<T>(bytes, at);
      return;
    case 18:
      if (isFloat<T>()) hypot_<T>(bytes, at);
      return;
    case 19:
      if (isFloat<T>()) copysign_<T>(bytes, at);
      return;
    case 20:
      addcmul_<T>(bytes, at);
      return;
    case 21:
      if (isFloat<T>()) addcdiv_<T>(bytes, at);
      return;
    case 22:
      clamp_<T>(bytes, at);
      return;
    case 23:
      if (isFloat<T>()) lerp_<T>(bytes, at);
      return;
    case 24:
      floor_<T>(bytes, at);
      return;
    case 25:
      ceil_<T>(bytes, at);
      return;
    case 26:
      round_<T>(bytes, at);
      return;
    case 27:
      trunc_<T>(bytes, at);
      return;
    case 28:
      if (isFloat<T>()) frac_<T>(bytes, at);
      return;
    case 29:
      if (isFloat<T>()) exp_<T>(bytes, at);
      return;
    case 30:
      if (isFloat<T>()) exp2_<T>(bytes, at);
      return;
    case 31:
      if (isFloat<T>()) expm1_<T>(bytes, at);
      return;
    case 32:
      if (isFloat<T>()) log_<T>(bytes, at);
      return;
    case 33:
      if (isFloat<T>()) log1p_<T>(bytes, at);
      return;
    case 34:
      if (isFloat<T>()) log2_<T>(bytes, at);
      return;
    case 35:
      if (isFloat<T>()) log10_<T>(bytes, at);
      return;
    case 36:
      if (isFloat<T>()) sqrt_<T>(bytes, at);
      return;
    case 37:
      if (isFloat<T>()) rsqrt_<T>(bytes, at);
      return;
    case 38:
      if (isFloat<T>()) sin_<T>(bytes, at);
      return;
    case 39:
      if (isFloat<T>()) cos_<T>(bytes, at);
      return;
    case 40:
      if (isFloat<T>()) tan_<T>(bytes, at);
      return;
    case 41:
      if (isFloat<T>()) asin_<T>(bytes, at);
      return;
    case 42:
      if (isFloat<T>()) acos_<T>(bytes, at);
      return;
    case 43:
      if (isFloat<T>()) atan_<T>(bytes, at);
      return;
    case 44:
      if (isFloat<T>()) atan2_<T>(bytes, at);
      return;
    case 45:
      if (isFloat<T>()) sinh_<T>(bytes, at);
      return;
    case 46:
      if (isFloat<T>()) cosh_<T>(bytes, at);
      return;
    case 47:
      if (isFloat<T>()) tanh_<T>(bytes, at);
      return;
    case 48:
      if (isFloat<T>()) asinh_<T>(bytes, at);
      return;
    case 49:
      if (isFloat<T>()) acosh_<T>(bytes, at);
      return;
    case 50:
      if (isFloat<T>()) atanh_<T>(bytes, at);
      return;
    case 51:
      if (isFloat<T>()) erf_<T>(bytes, at);
      return;
    case 52:
      if (isFloat<T>()) erfc_<T>(bytes, at);
      return;
    case 53:
      if (isFloat<T>()) erfinv_<T>(bytes, at);
      return;
    case 54:
      if (isFloat<T>()) lgamma_<T>(bytes, at);
      return;
    case 55:
      if (isFloat<T>()) digamma_<T>(bytes, at);
      return;
    case 56:
      if (isFloat<T>()) polygamma_<T>(bytes, at);
      return;
    case 57:
      relu_<T>(bytes, at);
      return;
    case 58:
      if (isFloat<T>()) leakyRelu_<T>(bytes, at);
      return;
    case 59:
      if (isFloat<T>()) elu_<T>(bytes, at);
      return;
    case 60:
      if (isFloat<T>()) selu_<T>(bytes, at);
      return;
    case 61:
      if (isFloat<T>()) celu_<T>(bytes, at);
      return;
    case 62:
      if (isFloat<T>()) sigmoid_<T>(bytes, at);
      return;
    case 63:
      if (isFloat<T>()) logit_<T>(bytes, at);
      return;
    case 64:
      if (isFloat<T>()) logSigmoid_<T>(bytes, at);
      return;
    case 65:
      if (isFloat<T>()) mish_<T>(bytes, at);
      return;
    case 66:
      if (isFloat<T>()) silu_<T>(bytes, at);
      return;
    case 67:
      if (isFloat<T>()) softplus_<T>(bytes, at);
      return;
    case 68:
      if (isFloat<T>()) geluErf_<T>(bytes, at);
      return;
    case 69:
      if (isFloat<T>()) geluTanh_<T>(bytes, at);
      return;
    case 70:
      eq_<T>(bytes, at);
      return;
    case 71:
      ne_<T>(bytes, at);
      return;
    case 72:
      lt_<T>(bytes, at);
      return;
    case 73:
      le_<T>(bytes, at);
      return;
    case 74:
      gt_<T>(bytes, at);
      return;
    case 75:
      ge_<T>(bytes, at);
      return;
    case 76:
      logicalAnd_<T>(bytes, at);
      return;
    case 77:
      logicalOr_<T>(bytes, at);
      return;
    case 78:
      logicalXor_<T>(bytes, at);
      return;
    case 79:
      logicalNot_<T>(bytes, at);
      return;
    case 80:
      isnan_<T>(bytes, at);
      return;
    case 81:
      isinf_<T>(bytes, at);
      return;
    case 82:
      isfinite_<T>(bytes, at);
      return;
    case 83:
      where_<T>(bytes, at);
      return;
    case 84:
      maskedFill_<T>(bytes, at);
      return;
    case 85:
      nanToNum_<T>(bytes, at);
      return;
    case 86:
      isclose_<T>(bytes, at);
      return;
    case 87:
      if (isFloat<T>()) squaredError_<T>(bytes, at);
      return;
    case 88:
      if (isFloat<T>()) absoluteError_<T>(bytes, at);
      return;
    case 89:
      if (isFloat<T>()) huberError_<T>(bytes, at);
      return;
    case 90:
      if (isFloat<T>()) binaryCrossEntropyError_<T>(bytes, at);
      return;
    case 91:
      if (isFloat<T>()) binaryCrossEntropyLogitsError_<T>(bytes, at);
      return;
    case 92:
      if (isFloat<T>()) maskScale_<T>(bytes, at);
      return;
    case 93:
      if (isFloat<T>()) div_db_<T>(bytes, at);
      return;
    case 94:
      if (isFloat<T>()) pow_da_<T>(bytes, at);
      return;
    case 95:
      if (isFloat<T>()) pow_db_<T>(bytes, at);
      return;
    case 96:
      if (isFloat<T>()) remainder_db_<T>(bytes, at);
      return;
    case 97:
      if (isFloat<T>()) fmod_db_<T>(bytes, at);
      return;
    case 98:
      if (isFloat<T>()) floorDivide_da_<T>(bytes, at);
      return;
    case 99:
      if (isFloat<T>()) abs_dx_<T>(bytes, at);
      return;
    case 100:
      if (isFloat<T>()) square_dx_<T>(bytes, at);
      return;
    case 101:
      if (isFloat<T>()) reciprocal_dx_<T>(bytes, at);
      return;
    case 102:
      if (isFloat<T>()) maximum_da_<T>(bytes, at);
      return;
    case 103:
      if (isFloat<T>()) maximum_db_<T>(bytes, at);
      return;
    case 104:
      if (isFloat<T>()) minimum_da_<T>(bytes, at);
      return;
    case 105:
      if (isFloat<T>()) minimum_db_<T>(bytes, at);
      return;
    case 106:
      if (isFloat<T>()) fmax_da_<T>(bytes, at);
      return;
    case 107:
      if (isFloat<T>()) fmax_db_<T>(bytes, at);
      return;
    case 108:
      if (isFloat<T>()) fmin_da_<T>(bytes, at);
      return;
    case 109:
      if (isFloat<T>()) fmin_db_<T>(bytes, at);
      return;
    case 110:
      if (isFloat<T>()) hypot_da_<T>(bytes, at);
      return;
    case 111:
      if (isFloat<T>()) copysign_da_<T>(bytes, at);
      return;
    case 112:
      if (isFloat<T>()) addcmul_da_<T>(bytes, at);
      return;
    case 113:
      if (isFloat<T>()) addcdiv_da_<T>(bytes, at);
      return;
    case 114:
      if (isFloat<T>()) addcdiv_db_<T>(bytes, at);
      return;
    case 115:
      if (isFloat<T>()) clamp_dx_<T>(bytes, at);
      return;
    case 116:
      if (isFloat<T>()) lerp_da_<T>(bytes, at);
      return;
    case 117:
      if (isFloat<T>()) lerp_dweight_<T>(bytes, at);
      return;
    case 118:
      if (isFloat<T>()) exp2_dx_<T>(bytes, at);
      return;
    case 119:
      if (isFloat<T>()) expm1_dx_<T>(bytes, at);
      return;
    case 120:
      if (isFloat<T>()) log1p_dx_<T>(bytes, at);
      return;
    case 121:
      if (isFloat<T>()) log2_dx_<T>(bytes, at);
      return;
    case 122:
      if (isFloat<T>()) log10_dx_<T>(bytes, at);
      return;
    case 123:
      if (isFloat<T>()) sqrt_dx_<T>(bytes, at);
      return;
    case 124:
      if (isFloat<T>()) rsqrt_dx_<T>(bytes, at);
      return;
    case 125:
      if (isFloat<T>()) sin_dx_<T>(bytes, at);
      return;
    case 126:
      if (isFloat<T>()) cos_dx_<T>(bytes, at);
      return;
    case 127:
      if (isFloat<T>()) tan_dx_<T>(bytes, at);
      return;
    case 128:
      if (isFloat<T>()) asin_dx_<T>(bytes, at);
      return;
    case 129:
      if (isFloat<T>()) acos_dx_<T>(bytes, at);
      return;
    case 130:
      if (isFloat<T>()) atan_dx_<T>(bytes, at);
      return;
    case 131:
      if (isFloat<T>()) atan2_da_<T>(bytes, at);
      return;
    case 132:
      if (isFloat<T>()) atan2_db_<T>(bytes, at);
      return;
    case 133:
      if (isFloat<T>()) sinh_dx_<T>(bytes, at);
      return;
    case 134:
      if (isFloat<T>()) cosh_dx_<T>(bytes, at);
      return;
    case 135:
      if (isFloat<T>()) tanh_dx_<T>(bytes, at);
      return;
    case 136:
      if (isFloat<T>()) asinh_dx_<T>(bytes, at);
      return;
    case 137:
      if (isFloat<T>()) acosh_dx_<T>(bytes, at);
      return;
    case 138:
      if (isFloat<T>()) atanh_dx_<T>(bytes, at);
      return;
    case 139:
      if (isFloat<T>()) erf_dx_<T>(bytes, at);
      return;
    case 140:
      if (isFloat<T>()) erfc_dx_<T>(bytes, at);
      return;
    case 141:
      if (isFloat<T>()) erfinv_dx_<T>(bytes, at);
      return;
    case 142:
      if (isFloat<T>()) lgamma_dx_<T>(bytes, at);
      return;
    case 143:
      if (isFloat<T>()) digamma_dx_<T>(bytes, at);
      return;
    case 144:
      if (isFloat<T>()) polygamma_dx_<T>(bytes, at);
      return;
    case 145:
      if (isFloat<T>()) relu_dx_<T>(bytes, at);
      return;
    case 146:
      if (isFloat<T>()) leakyRelu_dx_<T>(bytes, at);
      return;
    case 147:
      if (isFloat<T>()) elu_dx_<T>(bytes, at);
      return;
    case 148:
      if (isFloat<T>()) selu_dx_<T>(bytes, at);
      return;
    case 149:
      if (isFloat<T>()) celu_dx_<T>(bytes, at);
      return;
    case 150:
      if (isFloat<T>()) sigmoid_dx_<T>(bytes, at);
      return;
    case 151:
      if (isFloat<T>()) logit_dx_<T>(bytes, at);
      return;
    case 152:
      if (isFloat<T>()) logSigmoid_dx_<T>(bytes, at);
      return;
    case 153:
      if (isFloat<T>()) hardtanh_dx_<T>(bytes, at);
      return;
    case 154:
      if (isFloat<T>()) mish_dx_<T>(bytes, at);
      return;
    case 155:
      if (isFloat<T>()) silu_dx_<T>(bytes, at);
      return;
    case 156:
      if (isFloat<T>()) softplus_dx_<T>(bytes, at);
      return;
    case 157:
      if (isFloat<T>()) geluErf_dx_<T>(bytes, at);
      return;
    case 158:
      if (isFloat<T>()) geluTanh_dx_<T>(bytes, at);
      return;
    case 159:
      if (isFloat<T>()) where_da_<T>(bytes, at);
      return;
    case 160:
      if (isFloat<T>()) where_db_<T>(bytes, at);
      return;
    case 161:
      if (isFloat<T>()) nanToNum_dx_<T>(bytes, at);
      return;
    case 162:
      if (isFloat<T>()) squaredError_da_<T>(bytes, at);
      return;
    case 163:
      if (isFloat<T>()) squaredError_db_<T>(bytes, at);
      return;
    case 164:
      if (isFloat<T>()) absoluteError_da_<T>(bytes, at);
      return;
    case 165:
      if (isFloat<T>()) absoluteError_db_<T>(bytes, at);
      return;
    case 166:
      if (isFloat<T>()) huberError_da_<T>(bytes, at);
      return;
    case 167:
      if (isFloat<T>()) huberError_db_<T>(bytes, at);
      return;
    case 168:
      if (isFloat<T>()) binaryCrossEntropyError_da_<T>(bytes, at);
      return;
    case 169:
      if (isFloat<T>()) binaryCrossEntropyError_db_<T>(bytes, at);
      return;
    case 170:
      if (isFloat<T>()) binaryCrossEntropyLogitsError_dx_<T>(bytes, at);
      return;
    case 171:
      if (isFloat<T>()) binaryCrossEntropyLogitsError_dt_<T>(bytes, at);
      return;
    case 172:
      if (isFloat<T>()) binaryCrossEntropyLogitsError_dposWeight_<T>(bytes, at);
      return;
    case 173:
      if (isFloat<T>()) maskScale_dx_<T>(bytes, at);
      return;
  }
}
