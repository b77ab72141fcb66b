// Vectorised math over Vec<float>, Vec<double> and, where it makes sense, Vec<int32_t>.
#pragma once
#include "arith.h"
#include "explog.h"
#include "gamma.h"
#include "inverse.h"
#include "lanes.h"
#include "trig.h"
