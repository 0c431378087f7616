#pragma once

namespace plumbline {

/// "0.1.0", from the build.
const char* version();

} // namespace plumbline
