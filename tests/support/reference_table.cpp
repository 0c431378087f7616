#include "tests/support/reference_table.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace plumbline::test {

std::vector<ReferenceRow> referenceTable(const std::string& path) {
    std::ifstream file(path);
    std::vector<ReferenceRow> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#')
            continue;
        std::istringstream words(line);
        rows.emplace_back(std::istream_iterator<std::string>(words),
                          std::istream_iterator<std::string>());
    }
    if (rows.empty())
        throw std::runtime_error("no rows in " + path);
    return rows;
}

double toDouble(const std::string& text) {
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (end == text.c_str() || *end != '\0')
        throw std::runtime_error("not a number: " + text);
    return value;
}

} // namespace plumbline::test
