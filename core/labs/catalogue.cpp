#include "core/labs/catalogue.h"

#include "core/labs/kept_units/kept_units.h"

#include <algorithm>

namespace plumbline {

const std::vector<const Lab*>& catalogue() {
    static const std::vector<const Lab*> labs = {
        &keptUnitsLab(),
    };
    return labs;
}

const Lab* findLab(const std::string& id) {
    const auto found = std::ranges::find(catalogue(), id, [](const Lab* lab) -> const std::string& {
        return lab->description().id;
    });
    return found == catalogue().end() ? nullptr : *found;
}

} // namespace plumbline
