#pragma once

namespace plumbline {

struct QuadratureNode {
    double position = 0.0; ///< in (0, 1)
    double weight = 0.0;   ///< all weights sum to 1
};

/// The 16-point Gauss-Legendre rule on [0, 1]: exact for polynomials to degree 31.
inline constexpr int kQuadratureNodes = 16;
extern const QuadratureNode kGaussLegendre[kQuadratureNodes];

/// Integral over [from, to] by `panels` equal pieces of the 16-point rule, added from the far end.
template <typename Integrand>
double integrate(const Integrand& integrand, double from, double to, int panels) {
    const double width = (to - from) / panels;
    double total = 0.0;
    for (int panel = panels - 1; panel >= 0; --panel) {
        double sum = 0.0;
        for (const QuadratureNode& node : kGaussLegendre)
            sum += node.weight * integrand(from + width * (panel + node.position));
        total += sum * width;
    }
    return total;
}

} // namespace plumbline
