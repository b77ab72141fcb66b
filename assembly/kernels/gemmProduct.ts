/** One product C = A · B + bias; strides in elements, bias 0 for none. */
@unmanaged export class Product {
  m: usize;
  n: usize;
  k: usize;
  a: usize;
  aRow: usize;
  aCol: usize;
  b: usize;
  bRow: usize;
  bCol: usize;
  c: usize;
  cRow: usize;
  bias: usize;
  /** C += instead of C =. */
  adds: bool;
}
