#pragma once

#include "core/lab/parameter_spec.h"

#include <string>
#include <utility>
#include <vector>

namespace plumbline {

/**
 * The values of all of a lab's parameters, in the order of its specs. A value type: a control edits
 * a copy. Reading a name that is not there, or as another kind, throws std::out_of_range or
 * std::bad_variant_access: that is a fault of the program, never of its user.
 */
class Parameters {
  public:
    Parameters() = default;
    explicit Parameters(const std::vector<ParameterSpec>& specs); ///< every default

    double real(const std::string& name) const;
    std::int64_t integer(const std::string& name) const;
    bool toggle(const std::string& name) const;
    const std::string& text(const std::string& name) const; ///< choices, texts and files
    const std::vector<double>& vector(const std::string& name) const;

    const ParameterValue& value(const std::string& name) const;
    bool contains(const std::string& name) const;
    void set(const std::string& name, ParameterValue value); ///< replaces; the name must exist

    const std::vector<std::pair<std::string, ParameterValue>>& entries() const { return m_entries; }

    bool operator==(const Parameters&) const = default;

  private:
    std::vector<std::pair<std::string, ParameterValue>> m_entries;
};

/// Whether the spec's parameter matters under these values.
bool applies(const ParameterSpec& spec, const Parameters& parameters);

} // namespace plumbline
