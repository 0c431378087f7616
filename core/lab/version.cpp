#include "core/lab/version.h"

namespace plumbline {

const char* version() {
    return PLUMBLINE_VERSION;
}

} // namespace plumbline
