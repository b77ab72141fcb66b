// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.
import * as math from '../math/index';

/** `bytes` is a number of whole vectors; at `at` are the addresses of the output and the inputs: contiguous, of one type. */
type Block = (bytes: usize, at: usize) => void;

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
function copy_f32(bytes: usize, at: usize): void {
  copy_<f32>(bytes, at);
}
function copy_f64(bytes: usize, at: usize): void {
  copy_<f64>(bytes, at);
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
function add_f32(bytes: usize, at: usize): void {
  add_<f32>(bytes, at);
}
function add_f64(bytes: usize, at: usize): void {
  add_<f64>(bytes, at);
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
function sub_f32(bytes: usize, at: usize): void {
  sub_<f32>(bytes, at);
}
function sub_f64(bytes: usize, at: usize): void {
  sub_<f64>(bytes, at);
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
function mul_f32(bytes: usize, at: usize): void {
  mul_<f32>(bytes, at);
}
function mul_f64(bytes: usize, at: usize): void {
  mul_<f64>(bytes, at);
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
function div_f32(bytes: usize, at: usize): void {
  div_<f32>(bytes, at);
}
function div_f64(bytes: usize, at: usize): void {
  div_<f64>(bytes, at);
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
function pow_f32(bytes: usize, at: usize): void {
  pow_<f32>(bytes, at);
}
function pow_f64(bytes: usize, at: usize): void {
  pow_<f64>(bytes, at);
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
function remainder_f32(bytes: usize, at: usize): void {
  remainder_<f32>(bytes, at);
}
function remainder_f64(bytes: usize, at: usize): void {
  remainder_<f64>(bytes, at);
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
function fmod_f32(bytes: usize, at: usize): void {
  fmod_<f32>(bytes, at);
}
function fmod_f64(bytes: usize, at: usize): void {
  fmod_<f64>(bytes, at);
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
function floorDivide_f32(bytes: usize, at: usize): void {
  floorDivide_<f32>(bytes, at);
}
function floorDivide_f64(bytes: usize, at: usize): void {
  floorDivide_<f64>(bytes, at);
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
function neg_f32(bytes: usize, at: usize): void {
  neg_<f32>(bytes, at);
}
function neg_f64(bytes: usize, at: usize): void {
  neg_<f64>(bytes, at);
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
function abs_f32(bytes: usize, at: usize): void {
  abs_<f32>(bytes, at);
}
function abs_f64(bytes: usize, at: usize): void {
  abs_<f64>(bytes, at);
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
function sign_f32(bytes: usize, at: usize): void {
  sign_<f32>(bytes, at);
}
function sign_f64(bytes: usize, at: usize): void {
  sign_<f64>(bytes, at);
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
function square_f32(bytes: usize, at: usize): void {
  square_<f32>(bytes, at);
}
function square_f64(bytes: usize, at: usize): void {
  square_<f64>(bytes, at);
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
function reciprocal_f32(bytes: usize, at: usize): void {
  reciprocal_<f32>(bytes, at);
}
function reciprocal_f64(bytes: usize, at: usize): void {
  reciprocal_<f64>(bytes, at);
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
function maximum_f32(bytes: usize, at: usize): void {
  maximum_<f32>(bytes, at);
}
function maximum_f64(bytes: usize, at: usize): void {
  maximum_<f64>(bytes, at);
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
function minimum_f32(bytes: usize, at: usize): void {
  minimum_<f32>(bytes, at);
}
function minimum_f64(bytes: usize, at: usize): void {
  minimum_<f64>(bytes, at);
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
function fmax_f32(bytes: usize, at: usize): void {
  fmax_<f32>(bytes, at);
}
function fmax_f64(bytes: usize, at: usize): void {
  fmax_<f64>(bytes, at);
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
function fmin_f32(bytes: usize, at: usize): void {
  fmin_<f32>(bytes, at);
}
function fmin_f64(bytes: usize, at: usize): void {
  fmin_<f64>(bytes, at);
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
function hypot_f32(bytes: usize, at: usize): void {
  hypot_<f32>(bytes, at);
}
function hypot_f64(bytes: usize, at: usize): void {
  hypot_<f64>(bytes, at);
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
function copysign_f32(bytes: usize, at: usize): void {
  copysign_<f32>(bytes, at);
}
function copysign_f64(bytes: usize, at: usize): void {
  copysign_<f64>(bytes, at);
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
function addcmul_f32(bytes: usize, at: usize): void {
  addcmul_<f32>(bytes, at);
}
function addcmul_f64(bytes: usize, at: usize): void {
  addcmul_<f64>(bytes, at);
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
function addcdiv_f32(bytes: usize, at: usize): void {
  addcdiv_<f32>(bytes, at);
}
function addcdiv_f64(bytes: usize, at: usize): void {
  addcdiv_<f64>(bytes, at);
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
function clamp_f32(bytes: usize, at: usize): void {
  clamp_<f32>(bytes, at);
}
function clamp_f64(bytes: usize, at: usize): void {
  clamp_<f64>(bytes, at);
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
function lerp_f32(bytes: usize, at: usize): void {
  lerp_<f32>(bytes, at);
}
function lerp_f64(bytes: usize, at: usize): void {
  lerp_<f64>(bytes, at);
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
function floor_f32(bytes: usize, at: usize): void {
  floor_<f32>(bytes, at);
}
function floor_f64(bytes: usize, at: usize): void {
  floor_<f64>(bytes, at);
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
function ceil_f32(bytes: usize, at: usize): void {
  ceil_<f32>(bytes, at);
}
function ceil_f64(bytes: usize, at: usize): void {
  ceil_<f64>(bytes, at);
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
function round_f32(bytes: usize, at: usize): void {
  round_<f32>(bytes, at);
}
function round_f64(bytes: usize, at: usize): void {
  round_<f64>(bytes, at);
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
function trunc_f32(bytes: usize, at: usize): void {
  trunc_<f32>(bytes, at);
}
function trunc_f64(bytes: usize, at: usize): void {
  trunc_<f64>(bytes, at);
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
function frac_f32(bytes: usize, at: usize): void {
  frac_<f32>(bytes, at);
}
function frac_f64(bytes: usize, at: usize): void {
  frac_<f64>(bytes, at);
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
function exp_f32(bytes: usize, at: usize): void {
  exp_<f32>(bytes, at);
}
function exp_f64(bytes: usize, at: usize): void {
  exp_<f64>(bytes, at);
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
function exp2_f32(bytes: usize, at: usize): void {
  exp2_<f32>(bytes, at);
}
function exp2_f64(bytes: usize, at: usize): void {
  exp2_<f64>(bytes, at);
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
function expm1_f32(bytes: usize, at: usize): void {
  expm1_<f32>(bytes, at);
}
function expm1_f64(bytes: usize, at: usize): void {
  expm1_<f64>(bytes, at);
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
function log_f32(bytes: usize, at: usize): void {
  log_<f32>(bytes, at);
}
function log_f64(bytes: usize, at: usize): void {
  log_<f64>(bytes, at);
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
function log1p_f32(bytes: usize, at: usize): void {
  log1p_<f32>(bytes, at);
}
function log1p_f64(bytes: usize, at: usize): void {
  log1p_<f64>(bytes, at);
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
function log2_f32(bytes: usize, at: usize): void {
  log2_<f32>(bytes, at);
}
function log2_f64(bytes: usize, at: usize): void {
  log2_<f64>(bytes, at);
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
function log10_f32(bytes: usize, at: usize): void {
  log10_<f32>(bytes, at);
}
function log10_f64(bytes: usize, at: usize): void {
  log10_<f64>(bytes, at);
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
function sqrt_f32(bytes: usize, at: usize): void {
  sqrt_<f32>(bytes, at);
}
function sqrt_f64(bytes: usize, at: usize): void {
  sqrt_<f64>(bytes, at);
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
function rsqrt_f32(bytes: usize, at: usize): void {
  rsqrt_<f32>(bytes, at);
}
function rsqrt_f64(bytes: usize, at: usize): void {
  rsqrt_<f64>(bytes, at);
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
function sin_f32(bytes: usize, at: usize): void {
  sin_<f32>(bytes, at);
}
function sin_f64(bytes: usize, at: usize): void {
  sin_<f64>(bytes, at);
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
function cos_f32(bytes: usize, at: usize): void {
  cos_<f32>(bytes, at);
}
function cos_f64(bytes: usize, at: usize): void {
  cos_<f64>(bytes, at);
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
function tan_f32(bytes: usize, at: usize): void {
  tan_<f32>(bytes, at);
}
function tan_f64(bytes: usize, at: usize): void {
  tan_<f64>(bytes, at);
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
function asin_f32(bytes: usize, at: usize): void {
  asin_<f32>(bytes, at);
}
function asin_f64(bytes: usize, at: usize): void {
  asin_<f64>(bytes, at);
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
function acos_f32(bytes: usize, at: usize): void {
  acos_<f32>(bytes, at);
}
function acos_f64(bytes: usize, at: usize): void {
  acos_<f64>(bytes, at);
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
function atan_f32(bytes: usize, at: usize): void {
  atan_<f32>(bytes, at);
}
function atan_f64(bytes: usize, at: usize): void {
  atan_<f64>(bytes, at);
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
function atan2_f32(bytes: usize, at: usize): void {
  atan2_<f32>(bytes, at);
}
function atan2_f64(bytes: usize, at: usize): void {
  atan2_<f64>(bytes, at);
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
function sinh_f32(bytes: usize, at: usize): void {
  sinh_<f32>(bytes, at);
}
function sinh_f64(bytes: usize, at: usize): void {
  sinh_<f64>(bytes, at);
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
function cosh_f32(bytes: usize, at: usize): void {
  cosh_<f32>(bytes, at);
}
function cosh_f64(bytes: usize, at: usize): void {
  cosh_<f64>(bytes, at);
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
function tanh_f32(bytes: usize, at: usize): void {
  tanh_<f32>(bytes, at);
}
function tanh_f64(bytes: usize, at: usize): void {
  tanh_<f64>(bytes, at);
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
function asinh_f32(bytes: usize, at: usize): void {
  asinh_<f32>(bytes, at);
}
function asinh_f64(bytes: usize, at: usize): void {
  asinh_<f64>(bytes, at);
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
function acosh_f32(bytes: usize, at: usize): void {
  acosh_<f32>(bytes, at);
}
function acosh_f64(bytes: usize, at: usize): void {
  acosh_<f64>(bytes, at);
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
function atanh_f32(bytes: usize, at: usize): void {
  atanh_<f32>(bytes, at);
}
function atanh_f64(bytes: usize, at: usize): void {
  atanh_<f64>(bytes, at);
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
function erf_f32(bytes: usize, at: usize): void {
  erf_<f32>(bytes, at);
}
function erf_f64(bytes: usize, at: usize): void {
  erf_<f64>(bytes, at);
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
function erfc_f32(bytes: usize, at: usize): void {
  erfc_<f32>(bytes, at);
}
function erfc_f64(bytes: usize, at: usize): void {
  erfc_<f64>(bytes, at);
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
function erfinv_f32(bytes: usize, at: usize): void {
  erfinv_<f32>(bytes, at);
}
function erfinv_f64(bytes: usize, at: usize): void {
  erfinv_<f64>(bytes, at);
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
function lgamma_f32(bytes: usize, at: usize): void {
  lgamma_<f32>(bytes, at);
}
function lgamma_f64(bytes: usize, at: usize): void {
  lgamma_<f64>(bytes, at);
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
function digamma_f32(bytes: usize, at: usize): void {
  digamma_<f32>(bytes, at);
}
function digamma_f64(bytes: usize, at: usize): void {
  digamma_<f64>(bytes, at);
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
function polygamma_f32(bytes: usize, at: usize): void {
  polygamma_<f32>(bytes, at);
}
function polygamma_f64(bytes: usize, at: usize): void {
  polygamma_<f64>(bytes, at);
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
function relu_f32(bytes: usize, at: usize): void {
  relu_<f32>(bytes, at);
}
function relu_f64(bytes: usize, at: usize): void {
  relu_<f64>(bytes, at);
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
function leakyRelu_f32(bytes: usize, at: usize): void {
  leakyRelu_<f32>(bytes, at);
}
function leakyRelu_f64(bytes: usize, at: usize): void {
  leakyRelu_<f64>(bytes, at);
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
function elu_f32(bytes: usize, at: usize): void {
  elu_<f32>(bytes, at);
}
function elu_f64(bytes: usize, at: usize): void {
  elu_<f64>(bytes, at);
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
function selu_f32(bytes: usize, at: usize): void {
  selu_<f32>(bytes, at);
}
function selu_f64(bytes: usize, at: usize): void {
  selu_<f64>(bytes, at);
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
function celu_f32(bytes: usize, at: usize): void {
  celu_<f32>(bytes, at);
}
function celu_f64(bytes: usize, at: usize): void {
  celu_<f64>(bytes, at);
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
function sigmoid_f32(bytes: usize, at: usize): void {
  sigmoid_<f32>(bytes, at);
}
function sigmoid_f64(bytes: usize, at: usize): void {
  sigmoid_<f64>(bytes, at);
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
function logit_f32(bytes: usize, at: usize): void {
  logit_<f32>(bytes, at);
}
function logit_f64(bytes: usize, at: usize): void {
  logit_<f64>(bytes, at);
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
function logSigmoid_f32(bytes: usize, at: usize): void {
  logSigmoid_<f32>(bytes, at);
}
function logSigmoid_f64(bytes: usize, at: usize): void {
  logSigmoid_<f64>(bytes, at);
}
function softsign_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    V.write<T>(out + k, V.div<T>(x0, V.add<T>(tc0, math.abs<T>(x0))));
  }
}
function softsign_f32(bytes: usize, at: usize): void {
  softsign_<f32>(bytes, at);
}
function softsign_f64(bytes: usize, at: usize): void {
  softsign_<f64>(bytes, at);
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
function mish_f32(bytes: usize, at: usize): void {
  mish_<f32>(bytes, at);
}
function mish_f64(bytes: usize, at: usize): void {
  mish_<f64>(bytes, at);
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
function silu_f32(bytes: usize, at: usize): void {
  silu_<f32>(bytes, at);
}
function silu_f64(bytes: usize, at: usize): void {
  silu_<f64>(bytes, at);
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
function softplus_f32(bytes: usize, at: usize): void {
  softplus_<f32>(bytes, at);
}
function softplus_f64(bytes: usize, at: usize): void {
  softplus_<f64>(bytes, at);
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
function geluErf_f32(bytes: usize, at: usize): void {
  geluErf_<f32>(bytes, at);
}
function geluErf_f64(bytes: usize, at: usize): void {
  geluErf_<f64>(bytes, at);
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
function geluTanh_f32(bytes: usize, at: usize): void {
  geluTanh_<f32>(bytes, at);
}
function geluTanh_f64(bytes: usize, at: usize): void {
  geluTanh_<f64>(bytes, at);
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
function eq_f32(bytes: usize, at: usize): void {
  eq_<f32>(bytes, at);
}
function eq_f64(bytes: usize, at: usize): void {
  eq_<f64>(bytes, at);
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
function ne_f32(bytes: usize, at: usize): void {
  ne_<f32>(bytes, at);
}
function ne_f64(bytes: usize, at: usize): void {
  ne_<f64>(bytes, at);
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
function lt_f32(bytes: usize, at: usize): void {
  lt_<f32>(bytes, at);
}
function lt_f64(bytes: usize, at: usize): void {
  lt_<f64>(bytes, at);
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
function le_f32(bytes: usize, at: usize): void {
  le_<f32>(bytes, at);
}
function le_f64(bytes: usize, at: usize): void {
  le_<f64>(bytes, at);
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
function gt_f32(bytes: usize, at: usize): void {
  gt_<f32>(bytes, at);
}
function gt_f64(bytes: usize, at: usize): void {
  gt_<f64>(bytes, at);
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
function ge_f32(bytes: usize, at: usize): void {
  ge_<f32>(bytes, at);
}
function ge_f64(bytes: usize, at: usize): void {
  ge_<f64>(bytes, at);
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
function logicalAnd_f32(bytes: usize, at: usize): void {
  logicalAnd_<f32>(bytes, at);
}
function logicalAnd_f64(bytes: usize, at: usize): void {
  logicalAnd_<f64>(bytes, at);
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
function logicalOr_f32(bytes: usize, at: usize): void {
  logicalOr_<f32>(bytes, at);
}
function logicalOr_f64(bytes: usize, at: usize): void {
  logicalOr_<f64>(bytes, at);
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
function logicalXor_f32(bytes: usize, at: usize): void {
  logicalXor_<f32>(bytes, at);
}
function logicalXor_f64(bytes: usize, at: usize): void {
  logicalXor_<f64>(bytes, at);
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
function logicalNot_f32(bytes: usize, at: usize): void {
  logicalNot_<f32>(bytes, at);
}
function logicalNot_f64(bytes: usize, at: usize): void {
  logicalNot_<f64>(bytes, at);
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
function isnan_f32(bytes: usize, at: usize): void {
  isnan_<f32>(bytes, at);
}
function isnan_f64(bytes: usize, at: usize): void {
  isnan_<f64>(bytes, at);
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
function isinf_f32(bytes: usize, at: usize): void {
  isinf_<f32>(bytes, at);
}
function isinf_f64(bytes: usize, at: usize): void {
  isinf_<f64>(bytes, at);
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
function isfinite_f32(bytes: usize, at: usize): void {
  isfinite_<f32>(bytes, at);
}
function isfinite_f64(bytes: usize, at: usize): void {
  isfinite_<f64>(bytes, at);
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
function where_f32(bytes: usize, at: usize): void {
  where_<f32>(bytes, at);
}
function where_f64(bytes: usize, at: usize): void {
  where_<f64>(bytes, at);
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
function maskedFill_f32(bytes: usize, at: usize): void {
  maskedFill_<f32>(bytes, at);
}
function maskedFill_f64(bytes: usize, at: usize): void {
  maskedFill_<f64>(bytes, at);
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
function nanToNum_f32(bytes: usize, at: usize): void {
  nanToNum_<f32>(bytes, at);
}
function nanToNum_f64(bytes: usize, at: usize): void {
  nanToNum_<f64>(bytes, at);
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
function isclose_f32(bytes: usize, at: usize): void {
  isclose_<f32>(bytes, at);
}
function isclose_f64(bytes: usize, at: usize): void {
  isclose_<f64>(bytes, at);
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
function squaredError_f32(bytes: usize, at: usize): void {
  squaredError_<f32>(bytes, at);
}
function squaredError_f64(bytes: usize, at: usize): void {
  squaredError_<f64>(bytes, at);
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
function absoluteError_f32(bytes: usize, at: usize): void {
  absoluteError_<f32>(bytes, at);
}
function absoluteError_f64(bytes: usize, at: usize): void {
  absoluteError_<f64>(bytes, at);
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
function huberError_f32(bytes: usize, at: usize): void {
  huberError_<f32>(bytes, at);
}
function huberError_f64(bytes: usize, at: usize): void {
  huberError_<f64>(bytes, at);
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
function binaryCrossEntropyError_f32(bytes: usize, at: usize): void {
  binaryCrossEntropyError_<f32>(bytes, at);
}
function binaryCrossEntropyError_f64(bytes: usize, at: usize): void {
  binaryCrossEntropyError_<f64>(bytes, at);
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
function binaryCrossEntropyLogitsError_f32(bytes: usize, at: usize): void {
  binaryCrossEntropyLogitsError_<f32>(bytes, at);
}
function binaryCrossEntropyLogitsError_f64(bytes: usize, at: usize): void {
  binaryCrossEntropyLogitsError_<f64>(bytes, at);
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
function maskScale_f32(bytes: usize, at: usize): void {
  maskScale_<f32>(bytes, at);
}
function maskScale_f64(bytes: usize, at: usize): void {
  maskScale_<f64>(bytes, at);
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
function div_db_f32(bytes: usize, at: usize): void {
  div_db_<f32>(bytes, at);
}
function div_db_f64(bytes: usize, at: usize): void {
  div_db_<f64>(bytes, at);
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
function pow_da_f32(bytes: usize, at: usize): void {
  pow_da_<f32>(bytes, at);
}
function pow_da_f64(bytes: usize, at: usize): void {
  pow_da_<f64>(bytes, at);
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
function pow_db_f32(bytes: usize, at: usize): void {
  pow_db_<f32>(bytes, at);
}
function pow_db_f64(bytes: usize, at: usize): void {
  pow_db_<f64>(bytes, at);
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
function remainder_db_f32(bytes: usize, at: usize): void {
  remainder_db_<f32>(bytes, at);
}
function remainder_db_f64(bytes: usize, at: usize): void {
  remainder_db_<f64>(bytes, at);
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
function fmod_db_f32(bytes: usize, at: usize): void {
  fmod_db_<f32>(bytes, at);
}
function fmod_db_f64(bytes: usize, at: usize): void {
  fmod_db_<f64>(bytes, at);
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
function floorDivide_da_f32(bytes: usize, at: usize): void {
  floorDivide_da_<f32>(bytes, at);
}
function floorDivide_da_f64(bytes: usize, at: usize): void {
  floorDivide_da_<f64>(bytes, at);
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
function abs_dx_f32(bytes: usize, at: usize): void {
  abs_dx_<f32>(bytes, at);
}
function abs_dx_f64(bytes: usize, at: usize): void {
  abs_dx_<f64>(bytes, at);
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
function square_dx_f32(bytes: usize, at: usize): void {
  square_dx_<f32>(bytes, at);
}
function square_dx_f64(bytes: usize, at: usize): void {
  square_dx_<f64>(bytes, at);
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
function reciprocal_dx_f32(bytes: usize, at: usize): void {
  reciprocal_dx_<f32>(bytes, at);
}
function reciprocal_dx_f64(bytes: usize, at: usize): void {
  reciprocal_dx_<f64>(bytes, at);
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
function maximum_da_f32(bytes: usize, at: usize): void {
  maximum_da_<f32>(bytes, at);
}
function maximum_da_f64(bytes: usize, at: usize): void {
  maximum_da_<f64>(bytes, at);
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
function maximum_db_f32(bytes: usize, at: usize): void {
  maximum_db_<f32>(bytes, at);
}
function maximum_db_f64(bytes: usize, at: usize): void {
  maximum_db_<f64>(bytes, at);
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
function minimum_da_f32(bytes: usize, at: usize): void {
  minimum_da_<f32>(bytes, at);
}
function minimum_da_f64(bytes: usize, at: usize): void {
  minimum_da_<f64>(bytes, at);
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
function minimum_db_f32(bytes: usize, at: usize): void {
  minimum_db_<f32>(bytes, at);
}
function minimum_db_f64(bytes: usize, at: usize): void {
  minimum_db_<f64>(bytes, at);
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
function fmax_da_f32(bytes: usize, at: usize): void {
  fmax_da_<f32>(bytes, at);
}
function fmax_da_f64(bytes: usize, at: usize): void {
  fmax_da_<f64>(bytes, at);
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
function fmax_db_f32(bytes: usize, at: usize): void {
  fmax_db_<f32>(bytes, at);
}
function fmax_db_f64(bytes: usize, at: usize): void {
  fmax_db_<f64>(bytes, at);
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
function fmin_da_f32(bytes: usize, at: usize): void {
  fmin_da_<f32>(bytes, at);
}
function fmin_da_f64(bytes: usize, at: usize): void {
  fmin_da_<f64>(bytes, at);
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
function fmin_db_f32(bytes: usize, at: usize): void {
  fmin_db_<f32>(bytes, at);
}
function fmin_db_f64(bytes: usize, at: usize): void {
  fmin_db_<f64>(bytes, at);
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
function hypot_da_f32(bytes: usize, at: usize): void {
  hypot_da_<f32>(bytes, at);
}
function hypot_da_f64(bytes: usize, at: usize): void {
  hypot_da_<f64>(bytes, at);
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
function copysign_da_f32(bytes: usize, at: usize): void {
  copysign_da_<f32>(bytes, at);
}
function copysign_da_f64(bytes: usize, at: usize): void {
  copysign_da_<f64>(bytes, at);
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
function addcmul_da_f32(bytes: usize, at: usize): void {
  addcmul_da_<f32>(bytes, at);
}
function addcmul_da_f64(bytes: usize, at: usize): void {
  addcmul_da_<f64>(bytes, at);
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
function addcdiv_da_f32(bytes: usize, at: usize): void {
  addcdiv_da_<f32>(bytes, at);
}
function addcdiv_da_f64(bytes: usize, at: usize): void {
  addcdiv_da_<f64>(bytes, at);
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
function addcdiv_db_f32(bytes: usize, at: usize): void {
  addcdiv_db_<f32>(bytes, at);
}
function addcdiv_db_f64(bytes: usize, at: usize): void {
  addcdiv_db_<f64>(bytes, at);
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
function clamp_dx_f32(bytes: usize, at: usize): void {
  clamp_dx_<f32>(bytes, at);
}
function clamp_dx_f64(bytes: usize, at: usize): void {
  clamp_dx_<f64>(bytes, at);
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
function lerp_da_f32(bytes: usize, at: usize): void {
  lerp_da_<f32>(bytes, at);
}
function lerp_da_f64(bytes: usize, at: usize): void {
  lerp_da_<f64>(bytes, at);
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
function lerp_dweight_f32(bytes: usize, at: usize): void {
  lerp_dweight_<f32>(bytes, at);
}
function lerp_dweight_f64(bytes: usize, at: usize): void {
  lerp_dweight_<f64>(bytes, at);
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
function exp2_dx_f32(bytes: usize, at: usize): void {
  exp2_dx_<f32>(bytes, at);
}
function exp2_dx_f64(bytes: usize, at: usize): void {
  exp2_dx_<f64>(bytes, at);
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
function expm1_dx_f32(bytes: usize, at: usize): void {
  expm1_dx_<f32>(bytes, at);
}
function expm1_dx_f64(bytes: usize, at: usize): void {
  expm1_dx_<f64>(bytes, at);
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
function log1p_dx_f32(bytes: usize, at: usize): void {
  log1p_dx_<f32>(bytes, at);
}
function log1p_dx_f64(bytes: usize, at: usize): void {
  log1p_dx_<f64>(bytes, at);
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
function log2_dx_f32(bytes: usize, at: usize): void {
  log2_dx_<f32>(bytes, at);
}
function log2_dx_f64(bytes: usize, at: usize): void {
  log2_dx_<f64>(bytes, at);
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
function log10_dx_f32(bytes: usize, at: usize): void {
  log10_dx_<f32>(bytes, at);
}
function log10_dx_f64(bytes: usize, at: usize): void {
  log10_dx_<f64>(bytes, at);
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
function sqrt_dx_f32(bytes: usize, at: usize): void {
  sqrt_dx_<f32>(bytes, at);
}
function sqrt_dx_f64(bytes: usize, at: usize): void {
  sqrt_dx_<f64>(bytes, at);
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
function rsqrt_dx_f32(bytes: usize, at: usize): void {
  rsqrt_dx_<f32>(bytes, at);
}
function rsqrt_dx_f64(bytes: usize, at: usize): void {
  rsqrt_dx_<f64>(bytes, at);
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
function sin_dx_f32(bytes: usize, at: usize): void {
  sin_dx_<f32>(bytes, at);
}
function sin_dx_f64(bytes: usize, at: usize): void {
  sin_dx_<f64>(bytes, at);
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
function cos_dx_f32(bytes: usize, at: usize): void {
  cos_dx_<f32>(bytes, at);
}
function cos_dx_f64(bytes: usize, at: usize): void {
  cos_dx_<f64>(bytes, at);
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
function tan_dx_f32(bytes: usize, at: usize): void {
  tan_dx_<f32>(bytes, at);
}
function tan_dx_f64(bytes: usize, at: usize): void {
  tan_dx_<f64>(bytes, at);
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
function asin_dx_f32(bytes: usize, at: usize): void {
  asin_dx_<f32>(bytes, at);
}
function asin_dx_f64(bytes: usize, at: usize): void {
  asin_dx_<f64>(bytes, at);
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
function acos_dx_f32(bytes: usize, at: usize): void {
  acos_dx_<f32>(bytes, at);
}
function acos_dx_f64(bytes: usize, at: usize): void {
  acos_dx_<f64>(bytes, at);
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
function atan_dx_f32(bytes: usize, at: usize): void {
  atan_dx_<f32>(bytes, at);
}
function atan_dx_f64(bytes: usize, at: usize): void {
  atan_dx_<f64>(bytes, at);
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
function atan2_da_f32(bytes: usize, at: usize): void {
  atan2_da_<f32>(bytes, at);
}
function atan2_da_f64(bytes: usize, at: usize): void {
  atan2_da_<f64>(bytes, at);
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
function atan2_db_f32(bytes: usize, at: usize): void {
  atan2_db_<f32>(bytes, at);
}
function atan2_db_f64(bytes: usize, at: usize): void {
  atan2_db_<f64>(bytes, at);
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
function sinh_dx_f32(bytes: usize, at: usize): void {
  sinh_dx_<f32>(bytes, at);
}
function sinh_dx_f64(bytes: usize, at: usize): void {
  sinh_dx_<f64>(bytes, at);
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
function cosh_dx_f32(bytes: usize, at: usize): void {
  cosh_dx_<f32>(bytes, at);
}
function cosh_dx_f64(bytes: usize, at: usize): void {
  cosh_dx_<f64>(bytes, at);
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
function tanh_dx_f32(bytes: usize, at: usize): void {
  tanh_dx_<f32>(bytes, at);
}
function tanh_dx_f64(bytes: usize, at: usize): void {
  tanh_dx_<f64>(bytes, at);
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
function asinh_dx_f32(bytes: usize, at: usize): void {
  asinh_dx_<f32>(bytes, at);
}
function asinh_dx_f64(bytes: usize, at: usize): void {
  asinh_dx_<f64>(bytes, at);
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
function acosh_dx_f32(bytes: usize, at: usize): void {
  acosh_dx_<f32>(bytes, at);
}
function acosh_dx_f64(bytes: usize, at: usize): void {
  acosh_dx_<f64>(bytes, at);
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
function atanh_dx_f32(bytes: usize, at: usize): void {
  atanh_dx_<f32>(bytes, at);
}
function atanh_dx_f64(bytes: usize, at: usize): void {
  atanh_dx_<f64>(bytes, at);
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
function erf_dx_f32(bytes: usize, at: usize): void {
  erf_dx_<f32>(bytes, at);
}
function erf_dx_f64(bytes: usize, at: usize): void {
  erf_dx_<f64>(bytes, at);
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
function erfc_dx_f32(bytes: usize, at: usize): void {
  erfc_dx_<f32>(bytes, at);
}
function erfc_dx_f64(bytes: usize, at: usize): void {
  erfc_dx_<f64>(bytes, at);
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
function erfinv_dx_f32(bytes: usize, at: usize): void {
  erfinv_dx_<f32>(bytes, at);
}
function erfinv_dx_f64(bytes: usize, at: usize): void {
  erfinv_dx_<f64>(bytes, at);
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
function lgamma_dx_f32(bytes: usize, at: usize): void {
  lgamma_dx_<f32>(bytes, at);
}
function lgamma_dx_f64(bytes: usize, at: usize): void {
  lgamma_dx_<f64>(bytes, at);
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
function digamma_dx_f32(bytes: usize, at: usize): void {
  digamma_dx_<f32>(bytes, at);
}
function digamma_dx_f64(bytes: usize, at: usize): void {
  digamma_dx_<f64>(bytes, at);
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
function polygamma_dx_f32(bytes: usize, at: usize): void {
  polygamma_dx_<f32>(bytes, at);
}
function polygamma_dx_f64(bytes: usize, at: usize): void {
  polygamma_dx_<f64>(bytes, at);
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
function relu_dx_f32(bytes: usize, at: usize): void {
  relu_dx_<f32>(bytes, at);
}
function relu_dx_f64(bytes: usize, at: usize): void {
  relu_dx_<f64>(bytes, at);
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
function leakyRelu_dx_f32(bytes: usize, at: usize): void {
  leakyRelu_dx_<f32>(bytes, at);
}
function leakyRelu_dx_f64(bytes: usize, at: usize): void {
  leakyRelu_dx_<f64>(bytes, at);
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
function elu_dx_f32(bytes: usize, at: usize): void {
  elu_dx_<f32>(bytes, at);
}
function elu_dx_f64(bytes: usize, at: usize): void {
  elu_dx_<f64>(bytes, at);
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
function selu_dx_f32(bytes: usize, at: usize): void {
  selu_dx_<f32>(bytes, at);
}
function selu_dx_f64(bytes: usize, at: usize): void {
  selu_dx_<f64>(bytes, at);
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
function celu_dx_f32(bytes: usize, at: usize): void {
  celu_dx_<f32>(bytes, at);
}
function celu_dx_f64(bytes: usize, at: usize): void {
  celu_dx_<f64>(bytes, at);
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
function sigmoid_dx_f32(bytes: usize, at: usize): void {
  sigmoid_dx_<f32>(bytes, at);
}
function sigmoid_dx_f64(bytes: usize, at: usize): void {
  sigmoid_dx_<f64>(bytes, at);
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
function logit_dx_f32(bytes: usize, at: usize): void {
  logit_dx_<f32>(bytes, at);
}
function logit_dx_f64(bytes: usize, at: usize): void {
  logit_dx_<f64>(bytes, at);
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
function logSigmoid_dx_f32(bytes: usize, at: usize): void {
  logSigmoid_dx_<f32>(bytes, at);
}
function logSigmoid_dx_f64(bytes: usize, at: usize): void {
  logSigmoid_dx_<f64>(bytes, at);
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
function hardtanh_dx_f32(bytes: usize, at: usize): void {
  hardtanh_dx_<f32>(bytes, at);
}
function hardtanh_dx_f64(bytes: usize, at: usize): void {
  hardtanh_dx_<f64>(bytes, at);
}
function softsign_dx_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
  const i0 = load<usize>(at, 4);
  const i1 = load<usize>(at, 8);
  const tc0 = V.splat<T>(<T>load<f64>(memory.data<f64>([1.0])));
  let k: usize = 0;

  for (; k < bytes; k += V.bytes<T>()) {
    const x0 = V.read<T>(i0 + k);
    const x1 = V.read<T>(i1 + k);
    const t0 = V.add<T>(tc0, math.abs<T>(x1));
    V.write<T>(out + k, V.div<T>(x0, V.mul<T>(t0, t0)));
  }
}
function softsign_dx_f32(bytes: usize, at: usize): void {
  softsign_dx_<f32>(bytes, at);
}
function softsign_dx_f64(bytes: usize, at: usize): void {
  softsign_dx_<f64>(bytes, at);
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
function mish_dx_f32(bytes: usize, at: usize): void {
  mish_dx_<f32>(bytes, at);
}
function mish_dx_f64(bytes: usize, at: usize): void {
  mish_dx_<f64>(bytes, at);
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
function silu_dx_f32(bytes: usize, at: usize): void {
  silu_dx_<f32>(bytes, at);
}
function silu_dx_f64(bytes: usize, at: usize): void {
  silu_dx_<f64>(bytes, at);
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
function softplus_dx_f32(bytes: usize, at: usize): void {
  softplus_dx_<f32>(bytes, at);
}
function softplus_dx_f64(bytes: usize, at: usize): void {
  softplus_dx_<f64>(bytes, at);
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
function geluErf_dx_f32(bytes: usize, at: usize): void {
  geluErf_dx_<f32>(bytes, at);
}
function geluErf_dx_f64(bytes: usize, at: usize): void {
  geluErf_dx_<f64>(bytes, at);
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
function geluTanh_dx_f32(bytes: usize, at: usize): void {
  geluTanh_dx_<f32>(bytes, at);
}
function geluTanh_dx_f64(bytes: usize, at: usize): void {
  geluTanh_dx_<f64>(bytes, at);
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
function where_da_f32(bytes: usize, at: usize): void {
  where_da_<f32>(bytes, at);
}
function where_da_f64(bytes: usize, at: usize): void {
  where_da_<f64>(bytes, at);
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
function where_db_f32(bytes: usize, at: usize): void {
  where_db_<f32>(bytes, at);
}
function where_db_f64(bytes: usize, at: usize): void {
  where_db_<f64>(bytes, at);
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
function nanToNum_dx_f32(bytes: usize, at: usize): void {
  nanToNum_dx_<f32>(bytes, at);
}
function nanToNum_dx_f64(bytes: usize, at: usize): void {
  nanToNum_dx_<f64>(bytes, at);
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
function squaredError_da_f32(bytes: usize, at: usize): void {
  squaredError_da_<f32>(bytes, at);
}
function squaredError_da_f64(bytes: usize, at: usize): void {
  squaredError_da_<f64>(bytes, at);
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
function squaredError_db_f32(bytes: usize, at: usize): void {
  squaredError_db_<f32>(bytes, at);
}
function squaredError_db_f64(bytes: usize, at: usize): void {
  squaredError_db_<f64>(bytes, at);
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
function absoluteError_da_f32(bytes: usize, at: usize): void {
  absoluteError_da_<f32>(bytes, at);
}
function absoluteError_da_f64(bytes: usize, at: usize): void {
  absoluteError_da_<f64>(bytes, at);
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
function absoluteError_db_f32(bytes: usize, at: usize): void {
  absoluteError_db_<f32>(bytes, at);
}
function absoluteError_db_f64(bytes: usize, at: usize): void {
  absoluteError_db_<f64>(bytes, at);
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
function huberError_da_f32(bytes: usize, at: usize): void {
  huberError_da_<f32>(bytes, at);
}
function huberError_da_f64(bytes: usize, at: usize): void {
  huberError_da_<f64>(bytes, at);
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
function huberError_db_f32(bytes: usize, at: usize): void {
  huberError_db_<f32>(bytes, at);
}
function huberError_db_f64(bytes: usize, at: usize): void {
  huberError_db_<f64>(bytes, at);
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
function binaryCrossEntropyError_da_f32(bytes: usize, at: usize): void {
  binaryCrossEntropyError_da_<f32>(bytes, at);
}
function binaryCrossEntropyError_da_f64(bytes: usize, at: usize): void {
  binaryCrossEntropyError_da_<f64>(bytes, at);
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
function binaryCrossEntropyError_db_f32(bytes: usize, at: usize): void {
  binaryCrossEntropyError_db_<f32>(bytes, at);
}
function binaryCrossEntropyError_db_f64(bytes: usize, at: usize): void {
  binaryCrossEntropyError_db_<f64>(bytes, at);
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
function binaryCrossEntropyLogitsError_dx_f32(bytes: usize, at: usize): void {
  binaryCrossEntropyLogitsError_dx_<f32>(bytes, at);
}
function binaryCrossEntropyLogitsError_dx_f64(bytes: usize, at: usize): void {
  binaryCrossEntropyLogitsError_dx_<f64>(bytes, at);
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
function binaryCrossEntropyLogitsError_dt_f32(bytes: usize, at: usize): void {
  binaryCrossEntropyLogitsError_dt_<f32>(bytes, at);
}
function binaryCrossEntropyLogitsError_dt_f64(bytes: usize, at: usize): void {
  binaryCrossEntropyLogitsError_dt_<f64>(bytes, at);
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
function binaryCrossEntropyLogitsError_dposWeight_f32(bytes: usize, at: usize): void {
  binaryCrossEntropyLogitsError_dposWeight_<f32>(bytes, at);
}
function binaryCrossEntropyLogitsError_dposWeight_f64(bytes: usize, at: usize): void {
  binaryCrossEntropyLogitsError_dposWeight_<f64>(bytes, at);
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
function maskScale_dx_f32(bytes: usize, at: usize): void {
  maskScale_dx_<f32>(bytes, at);
}
function maskScale_dx_f64(bytes: usize, at: usize): void {
  maskScale_dx_<f64>(bytes, at);
}
function copy_i32(bytes: usize, at: usize): void {
  copy_<i32>(bytes, at);
}
function add_i32(bytes: usize, at: usize): void {
  add_<i32>(bytes, at);
}
function sub_i32(bytes: usize, at: usize): void {
  sub_<i32>(bytes, at);
}
function mul_i32(bytes: usize, at: usize): void {
  mul_<i32>(bytes, at);
}
function pow_i32(bytes: usize, at: usize): void {
  pow_<i32>(bytes, at);
}
function remainder_i32(bytes: usize, at: usize): void {
  remainder_<i32>(bytes, at);
}
function fmod_i32(bytes: usize, at: usize): void {
  fmod_<i32>(bytes, at);
}
function floorDivide_i32(bytes: usize, at: usize): void {
  floorDivide_<i32>(bytes, at);
}
function neg_i32(bytes: usize, at: usize): void {
  neg_<i32>(bytes, at);
}
function abs_i32(bytes: usize, at: usize): void {
  abs_<i32>(bytes, at);
}
function sign_i32(bytes: usize, at: usize): void {
  sign_<i32>(bytes, at);
}
function square_i32(bytes: usize, at: usize): void {
  square_<i32>(bytes, at);
}
function maximum_i32(bytes: usize, at: usize): void {
  maximum_<i32>(bytes, at);
}
function minimum_i32(bytes: usize, at: usize): void {
  minimum_<i32>(bytes, at);
}
function fmax_i32(bytes: usize, at: usize): void {
  fmax_<i32>(bytes, at);
}
function fmin_i32(bytes: usize, at: usize): void {
  fmin_<i32>(bytes, at);
}
function addcmul_i32(bytes: usize, at: usize): void {
  addcmul_<i32>(bytes, at);
}
function clamp_i32(bytes: usize, at: usize): void {
  clamp_<i32>(bytes, at);
}
function floor_i32(bytes: usize, at: usize): void {
  floor_<i32>(bytes, at);
}
function ceil_i32(bytes: usize, at: usize): void {
  ceil_<i32>(bytes, at);
}
function round_i32(bytes: usize, at: usize): void {
  round_<i32>(bytes, at);
}
function trunc_i32(bytes: usize, at: usize): void {
  trunc_<i32>(bytes, at);
}
function relu_i32(bytes: usize, at: usize): void {
  relu_<i32>(bytes, at);
}
function eq_i32(bytes: usize, at: usize): void {
  eq_<i32>(bytes, at);
}
function ne_i32(bytes: usize, at: usize): void {
  ne_<i32>(bytes, at);
}
function lt_i32(bytes: usize, at: usize): void {
  lt_<i32>(bytes, at);
}
function le_i32(bytes: usize, at: usize): void {
  le_<i32>(bytes, at);
}
function gt_i32(bytes: usize, at: usize): void {
  gt_<i32>(bytes, at);
}
function ge_i32(bytes: usize, at: usize): void {
  ge_<i32>(bytes, at);
}
function logicalAnd_i32(bytes: usize, at: usize): void {
  logicalAnd_<i32>(bytes, at);
}
function logicalOr_i32(bytes: usize, at: usize): void {
  logicalOr_<i32>(bytes, at);
}
function logicalXor_i32(bytes: usize, at: usize): void {
  logicalXor_<i32>(bytes, at);
}
function logicalNot_i32(bytes: usize, at: usize): void {
  logicalNot_<i32>(bytes, at);
}
function isnan_i32(bytes: usize, at: usize): void {
  isnan_<i32>(bytes, at);
}
function isinf_i32(bytes: usize, at: usize): void {
  isinf_<i32>(bytes, at);
}
function isfinite_i32(bytes: usize, at: usize): void {
  isfinite_<i32>(bytes, at);
}
function where_i32(bytes: usize, at: usize): void {
  where_<i32>(bytes, at);
}
function maskedFill_i32(bytes: usize, at: usize): void {
  maskedFill_<i32>(bytes, at);
}
function nanToNum_i32(bytes: usize, at: usize): void {
  nanToNum_<i32>(bytes, at);
}
function isclose_i32(bytes: usize, at: usize): void {
  isclose_<i32>(bytes, at);
}

// In the order of the opcodes from Op.firstElementwise on.
export const inputCounts: StaticArray<u8> = [
  1, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 4, 4, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 2, 1, 2, 1, 2, 1, 1, 1, 1, 3, 1, 1, 2, 2, 2, 2, 2, 2, 2,
  2, 2, 1, 1, 1, 1, 3, 3, 4, 5, 2, 2, 3, 2, 3, 3, 3, 3, 4, 3, 3, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4,
  2, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 3, 3, 2, 3, 2, 3, 2, 4, 2,
  2, 2, 4, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 3, 2, 4, 3, 3, 3,
];
export const f32Blocks: StaticArray<Block> = [
  copy_f32,
  add_f32,
  sub_f32,
  mul_f32,
  div_f32,
  pow_f32,
  remainder_f32,
  fmod_f32,
  floorDivide_f32,
  neg_f32,
  abs_f32,
  sign_f32,
  square_f32,
  reciprocal_f32,
  maximum_f32,
  minimum_f32,
  fmax_f32,
  fmin_f32,
  hypot_f32,
  copysign_f32,
  addcmul_f32,
  addcdiv_f32,
  clamp_f32,
  lerp_f32,
  floor_f32,
  ceil_f32,
  round_f32,
  trunc_f32,
  frac_f32,
  exp_f32,
  exp2_f32,
  expm1_f32,
  log_f32,
  log1p_f32,
  log2_f32,
  log10_f32,
  sqrt_f32,
  rsqrt_f32,
  sin_f32,
  cos_f32,
  tan_f32,
  asin_f32,
  acos_f32,
  atan_f32,
  atan2_f32,
  sinh_f32,
  cosh_f32,
  tanh_f32,
  asinh_f32,
  acosh_f32,
  atanh_f32,
  erf_f32,
  erfc_f32,
  erfinv_f32,
  lgamma_f32,
  digamma_f32,
  polygamma_f32,
  relu_f32,
  leakyRelu_f32,
  elu_f32,
  selu_f32,
  celu_f32,
  sigmoid_f32,
  logit_f32,
  logSigmoid_f32,
  softsign_f32,
  mish_f32,
  silu_f32,
  softplus_f32,
  geluErf_f32,
  geluTanh_f32,
  eq_f32,
  ne_f32,
  lt_f32,
  le_f32,
  gt_f32,
  ge_f32,
  logicalAnd_f32,
  logicalOr_f32,
  logicalXor_f32,
  logicalNot_f32,
  isnan_f32,
  isinf_f32,
  isfinite_f32,
  where_f32,
  maskedFill_f32,
  nanToNum_f32,
  isclose_f32,
  squaredError_f32,
  absoluteError_f32,
  huberError_f32,
  binaryCrossEntropyError_f32,
  binaryCrossEntropyLogitsError_f32,
  maskScale_f32,
  div_db_f32,
  pow_da_f32,
  pow_db_f32,
  remainder_db_f32,
  fmod_db_f32,
  floorDivide_da_f32,
  abs_dx_f32,
  square_dx_f32,
  reciprocal_dx_f32,
  maximum_da_f32,
  maximum_db_f32,
  minimum_da_f32,
  minimum_db_f32,
  fmax_da_f32,
  fmax_db_f32,
  fmin_da_f32,
  fmin_db_f32,
  hypot_da_f32,
  copysign_da_f32,
  addcmul_da_f32,
  addcdiv_da_f32,
  addcdiv_db_f32,
  clamp_dx_f32,
  lerp_da_f32,
  lerp_dweight_f32,
  exp2_dx_f32,
  expm1_dx_f32,
  log1p_dx_f32,
  log2_dx_f32,
  log10_dx_f32,
  sqrt_dx_f32,
  rsqrt_dx_f32,
  sin_dx_f32,
  cos_dx_f32,
  tan_dx_f32,
  asin_dx_f32,
  acos_dx_f32,
  atan_dx_f32,
  atan2_da_f32,
  atan2_db_f32,
  sinh_dx_f32,
  cosh_dx_f32,
  tanh_dx_f32,
  asinh_dx_f32,
  acosh_dx_f32,
  atanh_dx_f32,
  erf_dx_f32,
  erfc_dx_f32,
  erfinv_dx_f32,
  lgamma_dx_f32,
  digamma_dx_f32,
  polygamma_dx_f32,
  relu_dx_f32,
  leakyRelu_dx_f32,
  elu_dx_f32,
  selu_dx_f32,
  celu_dx_f32,
  sigmoid_dx_f32,
  logit_dx_f32,
  logSigmoid_dx_f32,
  hardtanh_dx_f32,
  softsign_dx_f32,
  mish_dx_f32,
  silu_dx_f32,
  softplus_dx_f32,
  geluErf_dx_f32,
  geluTanh_dx_f32,
  where_da_f32,
  where_db_f32,
  nanToNum_dx_f32,
  squaredError_da_f32,
  squaredError_db_f32,
  absoluteError_da_f32,
  absoluteError_db_f32,
  huberError_da_f32,
  huberError_db_f32,
  binaryCrossEntropyError_da_f32,
  binaryCrossEntropyError_db_f32,
  binaryCrossEntropyLogitsError_dx_f32,
  binaryCrossEntropyLogitsError_dt_f32,
  binaryCrossEntropyLogitsError_dposWeight_f32,
  maskScale_dx_f32,
];
export const f64Blocks: StaticArray<Block> = [
  copy_f64,
  add_f64,
  sub_f64,
  mul_f64,
  div_f64,
  pow_f64,
  remainder_f64,
  fmod_f64,
  floorDivide_f64,
  neg_f64,
  abs_f64,
  sign_f64,
  square_f64,
  reciprocal_f64,
  maximum_f64,
  minimum_f64,
  fmax_f64,
  fmin_f64,
  hypot_f64,
  copysign_f64,
  addcmul_f64,
  addcdiv_f64,
  clamp_f64,
  lerp_f64,
  floor_f64,
  ceil_f64,
  round_f64,
  trunc_f64,
  frac_f64,
  exp_f64,
  exp2_f64,
  expm1_f64,
  log_f64,
  log1p_f64,
  log2_f64,
  log10_f64,
  sqrt_f64,
  rsqrt_f64,
  sin_f64,
  cos_f64,
  tan_f64,
  asin_f64,
  acos_f64,
  atan_f64,
  atan2_f64,
  sinh_f64,
  cosh_f64,
  tanh_f64,
  asinh_f64,
  acosh_f64,
  atanh_f64,
  erf_f64,
  erfc_f64,
  erfinv_f64,
  lgamma_f64,
  digamma_f64,
  polygamma_f64,
  relu_f64,
  leakyRelu_f64,
  elu_f64,
  selu_f64,
  celu_f64,
  sigmoid_f64,
  logit_f64,
  logSigmoid_f64,
  softsign_f64,
  mish_f64,
  silu_f64,
  softplus_f64,
  geluErf_f64,
  geluTanh_f64,
  eq_f64,
  ne_f64,
  lt_f64,
  le_f64,
  gt_f64,
  ge_f64,
  logicalAnd_f64,
  logicalOr_f64,
  logicalXor_f64,
  logicalNot_f64,
  isnan_f64,
  isinf_f64,
  isfinite_f64,
  where_f64,
  maskedFill_f64,
  nanToNum_f64,
  isclose_f64,
  squaredError_f64,
  absoluteError_f64,
  huberError_f64,
  binaryCrossEntropyError_f64,
  binaryCrossEntropyLogitsError_f64,
  maskScale_f64,
  div_db_f64,
  pow_da_f64,
  pow_db_f64,
  remainder_db_f64,
  fmod_db_f64,
  floorDivide_da_f64,
  abs_dx_f64,
  square_dx_f64,
  reciprocal_dx_f64,
  maximum_da_f64,
  maximum_db_f64,
  minimum_da_f64,
  minimum_db_f64,
  fmax_da_f64,
  fmax_db_f64,
  fmin_da_f64,
  fmin_db_f64,
  hypot_da_f64,
  copysign_da_f64,
  addcmul_da_f64,
  addcdiv_da_f64,
  addcdiv_db_f64,
  clamp_dx_f64,
  lerp_da_f64,
  lerp_dweight_f64,
  exp2_dx_f64,
  expm1_dx_f64,
  log1p_dx_f64,
  log2_dx_f64,
  log10_dx_f64,
  sqrt_dx_f64,
  rsqrt_dx_f64,
  sin_dx_f64,
  cos_dx_f64,
  tan_dx_f64,
  asin_dx_f64,
  acos_dx_f64,
  atan_dx_f64,
  atan2_da_f64,
  atan2_db_f64,
  sinh_dx_f64,
  cosh_dx_f64,
  tanh_dx_f64,
  asinh_dx_f64,
  acosh_dx_f64,
  atanh_dx_f64,
  erf_dx_f64,
  erfc_dx_f64,
  erfinv_dx_f64,
  lgamma_dx_f64,
  digamma_dx_f64,
  polygamma_dx_f64,
  relu_dx_f64,
  leakyRelu_dx_f64,
  elu_dx_f64,
  selu_dx_f64,
  celu_dx_f64,
  sigmoid_dx_f64,
  logit_dx_f64,
  logSigmoid_dx_f64,
  hardtanh_dx_f64,
  softsign_dx_f64,
  mish_dx_f64,
  silu_dx_f64,
  softplus_dx_f64,
  geluErf_dx_f64,
  geluTanh_dx_f64,
  where_da_f64,
  where_db_f64,
  nanToNum_dx_f64,
  squaredError_da_f64,
  squaredError_db_f64,
  absoluteError_da_f64,
  absoluteError_db_f64,
  huberError_da_f64,
  huberError_db_f64,
  binaryCrossEntropyError_da_f64,
  binaryCrossEntropyError_db_f64,
  binaryCrossEntropyLogitsError_dx_f64,
  binaryCrossEntropyLogitsError_dt_f64,
  binaryCrossEntropyLogitsError_dposWeight_f64,
  maskScale_dx_f64,
];
export const i32Blocks: StaticArray<Block | null> = [
  copy_i32,
  add_i32,
  sub_i32,
  mul_i32,
  null,
  pow_i32,
  remainder_i32,
  fmod_i32,
  floorDivide_i32,
  neg_i32,
  abs_i32,
  sign_i32,
  square_i32,
  null,
  maximum_i32,
  minimum_i32,
  fmax_i32,
  fmin_i32,
  null,
  null,
  addcmul_i32,
  null,
  clamp_i32,
  null,
  floor_i32,
  ceil_i32,
  round_i32,
  trunc_i32,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  relu_i32,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  eq_i32,
  ne_i32,
  lt_i32,
  le_i32,
  gt_i32,
  ge_i32,
  logicalAnd_i32,
  logicalOr_i32,
  logicalXor_i32,
  logicalNot_i32,
  isnan_i32,
  isinf_i32,
  isfinite_i32,
  where_i32,
  maskedFill_i32,
  nanToNum_i32,
  isclose_i32,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
];
