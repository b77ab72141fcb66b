// Running records: chooses the instruction set once, then looks every opcode up in its table.
#pragma once

namespace descend {

// Runs the records in ring[0 … words). Returns the status of the first that fails, else 0.
int exec(const double* ring, long words);

// "avx512", "avx2", "neon" or "baseline". DESCEND_ISA names a lower one to use instead; callers see to one that is not
// there.
const char* isa_name();

}  // namespace descend
