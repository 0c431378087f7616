#pragma once

#include <string>

namespace plumbline {

/**
 * The same text in words that a screen reader pronounces: "−0.3 ± 0.1" becomes "minus 0.3 plus or
 * minus 0.1", "1.2×10⁻⁴" becomes "1.2 times 10 to the minus 4", "q²" becomes "q squared". Letters,
 * digits and what has no word here stay as they are.
 */
std::string spokenText(const std::string& text);

} // namespace plumbline
