#include "core/random/normal.h"

#include "core/numeric/elementary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace plumbline {
namespace {

using Coefficients = std::array<double, 8>;

struct Ratio {
    Coefficients numerator; ///< from the constant term up
    Coefficients denominator;
};

constexpr Ratio kCentre = {
    {3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
     1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
     3.3430575583588128105e+4, 2.5090809287301226727e+3},
    {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
     2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
     5.2264952788528545610e+3}};
constexpr Ratio kShoulder = {
    {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
     3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
     2.27238449892691845833e-2, 7.74545014278341407640e-4},
    {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
     1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
     1.05075007164441684324e-9}};
constexpr Ratio kTail = {
    {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
     2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
     2.71155556874348757815e-5, 2.01033439929228813265e-7},
    {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
     7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
     2.04426310338993978564e-15}};

double polynomial(const Coefficients& c, double x) {
    double sum = c[7];
    for (std::size_t i = 7; i-- > 0;)
        sum = sum * x + c[i];
    return sum;
}

double evaluate(const Ratio& ratio, double x) {
    return polynomial(ratio.numerator, x) / polynomial(ratio.denominator, x);
}

constexpr double kCentralHalfWidth = 0.425;
constexpr double kCentralSquare = 0.180625;

double centralNormal(double offset) {
    return offset * evaluate(kCentre, kCentralSquare - offset * offset);
}

double outerNormal(double u) {
    const double r = std::sqrt(-portableLog(std::min(u, 1 - u)));
    const double magnitude = r <= 5 ? evaluate(kShoulder, r - 1.6) : evaluate(kTail, r - 5);
    return u < 0.5 ? -magnitude : magnitude;
}

bool isCentral(double offset) {
    return std::abs(offset) <= kCentralHalfWidth;
}

} // namespace

double standardNormal(std::uint64_t word) {
    const double u = openUniform(word);
    return isCentral(u - 0.5) ? centralNormal(u - 0.5) : outerNormal(u);
}

/// The centre of all, without a branch, then the outer 15 % again: three times as fast as a branch
/// that cannot be predicted.
void fillNormal(const StreamKey& key, std::uint64_t firstPosition, std::span<double> values) {
    constexpr std::size_t kBatch = 256;
    std::array<double, kBatch> uniforms;
    std::array<std::size_t, kBatch> outer;
    for (std::size_t done = 0; done < values.size(); done += kBatch) {
        const std::size_t count = std::min(kBatch, values.size() - done);
        fillUniform(key, firstPosition + done, std::span(uniforms).first(count));
        const std::span<double> batch = values.subspan(done, count);
        for (std::size_t i = 0; i < count; ++i)
            batch[i] = centralNormal(uniforms[i] - 0.5);
        std::size_t outerCount = 0;
        for (std::size_t i = 0; i < count; ++i) {
            outer[outerCount] = i;
            outerCount += isCentral(uniforms[i] - 0.5) ? 0 : 1;
        }
        for (const std::size_t i : std::span(outer).first(outerCount))
            batch[i] = outerNormal(uniforms[i]);
    }
}

} // namespace plumbline
