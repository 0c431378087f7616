#include "core/numeric/double_double.h"

#include "core/numeric/atanh_series.h"
#include "core/numeric/elementary.h"
#include "core/numeric/power_of_two.h"

namespace plumbline {

DoubleDouble log(DoubleDouble x) {
    constexpr DoubleDouble kLogTwo(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);
    const BinaryParts parts = binaryParts(x.hi);
    const double scaledLow = parts.exponent < -1000 ? 0.0 : x.lo * powerOfTwo(-parts.exponent);
    const DoubleDouble offset = twoSum(parts.fraction - 1.0, scaledLow);
    const DoubleDouble s = offset / (DoubleDouble(2.0) + offset);
    // The first term carries all digits; the rest is below 1 % of it and needs only a double.
    const double square = s.hi * s.hi;
    const double tail = 2.0 * s.hi * square * narrowAtanhTail(square);
    const DoubleDouble fractionLog = DoubleDouble(2.0 * s.hi, 2.0 * s.lo) + DoubleDouble(tail);
    return kLogTwo * DoubleDouble(parts.exponent) + fractionLog;
}

DoubleDouble log1pMinusX(DoubleDouble x) {
    const DoubleDouble r = x / (DoubleDouble(2.0) + x);
    const double square = r.hi * r.hi;
    return DoubleDouble(2.0 * r.hi * square * atanhTail(square)) - r * x;
}

double exp(DoubleDouble x) {
    const double high = portableExp(x.hi);
    // An infinite or zero power has no digits for the low part to correct.
    return high > 0.0 && high - high == 0.0 ? high + high * x.lo : high;
}

} // namespace plumbline
