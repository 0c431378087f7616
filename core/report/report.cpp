#include "core/report/report.h"

#include <algorithm>

namespace plumbline {

namespace {

template <class Items, class Key>
const typename Items::value_type* named(const Items& items, Key key, const std::string& name) {
    const auto found = std::ranges::find(items, name, key);
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const Figure* Report::figure(const std::string& id) const {
    return named(figures, &Figure::id, id);
}

const NamedArray* Report::array(const std::string& name) const {
    return named(arrays, &NamedArray::name, name);
}

const Verdict* Report::verdict(const std::string& id) const {
    return named(verdicts, &Verdict::id, id);
}

bool Report::anyCheckDisagrees() const {
    return std::ranges::any_of(verdicts, [](const Verdict& verdict) {
        return verdict.kind == VerdictKind::check && verdict.agrees() == false;
    });
}

} // namespace plumbline
