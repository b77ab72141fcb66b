/** Vectors at the end of a row: the first n lanes, or all where there are as many. */
@inline export function readFew<T>(p: usize, n: usize): Vec<T> { return n >= V.count<T>() ? V.read<T>(p) : readSome<T>(p, n); }
@inline export function writeFew<T>(p: usize, n: usize, x: Vec<T>): void {
  if (n >= V.count<T>()) V.write<T>(p, x);
  else writeSome<T>(p, n, x);
}
// Not inline: they are seldom run, and called from many places.
function readSome<T>(p: usize, n: usize): Vec<T> { return V.readPart<T>(p, n); }
function writeSome<T>(p: usize, n: usize, x: Vec<T>): void { V.writePart<T>(p, n, x); }
