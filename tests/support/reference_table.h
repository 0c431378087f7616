#pragma once

#include <string>
#include <vector>

namespace plumbline::test {

/// One line of a file in tests/data, split at white space.
using ReferenceRow = std::vector<std::string>;

/// All lines of a file but empty ones and those starting with a hash; throws if there is none.
std::vector<ReferenceRow> referenceTable(const std::string& path);

/// Decimal or hexadecimal floating point; throws std::runtime_error on anything else.
double toDouble(const std::string& text);

} // namespace plumbline::test
