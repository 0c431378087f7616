#include "core/lab/parameters.h"

#include <algorithm>
#include <stdexcept>

namespace plumbline {

namespace {

template <class Entries>
auto& entryNamed(Entries& entries, const std::string& name) {
    const auto found = std::ranges::find(entries, name, [](const auto& e) { return e.first; });
    if (found == entries.end())
        throw std::out_of_range("Parameters: there is no parameter " + name);
    return found->second;
}

} // namespace

Parameters::Parameters(const std::vector<ParameterSpec>& specs) {
    m_entries.reserve(specs.size());
    for (const auto& spec : specs)
        m_entries.emplace_back(spec.name, spec.defaultValue);
}

double Parameters::real(const std::string& name) const {
    return std::get<double>(value(name));
}

std::int64_t Parameters::integer(const std::string& name) const {
    return std::get<std::int64_t>(value(name));
}

bool Parameters::toggle(const std::string& name) const {
    return std::get<bool>(value(name));
}

const std::string& Parameters::text(const std::string& name) const {
    return std::get<std::string>(value(name));
}

const std::vector<double>& Parameters::vector(const std::string& name) const {
    return std::get<std::vector<double>>(value(name));
}

const ParameterValue& Parameters::value(const std::string& name) const {
    return entryNamed(m_entries, name);
}

bool Parameters::contains(const std::string& name) const {
    return std::ranges::any_of(m_entries, [&](const auto& entry) { return entry.first == name; });
}

void Parameters::set(const std::string& name, ParameterValue value) {
    entryNamed(m_entries, name) = std::move(value);
}

bool applies(const ParameterSpec& spec, const Parameters& parameters) {
    if (!spec.applies)
        return true;
    const std::string current = plainValue(parameters.value(spec.applies->parameter));
    return std::ranges::find(spec.applies->values, current) != spec.applies->values.end();
}

} // namespace plumbline
