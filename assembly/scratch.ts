/**
 * Memory that kernels use while they run: one stretch per thread, given at start. Its parts are for one kernel at a time, but
 * for `lanes`, which the functions below the kernels use.
 */
export let scratch: usize = 0;
export function setScratch(address: usize): void {
  scratch = address;
}

/** Lanes of up to four vectors, for what is computed one lane after the other. */
export const lanesBytes: usize = 64;
/** What kernels lay out as they like begins here. */
@inline export function room(): usize { return scratch + lanesBytes; }
export const roomBytes: usize = (1 << 20) + (512 << 10);
export const scratchBytes: usize = lanesBytes + roomBytes;
