#include "app/output.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace plumbline {

ExitCode printResult(std::string_view text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (written && std::fflush(stdout) == 0)
        return ExitCode::good;
    printMessage("cannot write to standard output: " + std::generic_category().message(errno));
    return ExitCode::systemError;
}

void printMessage(const std::string& message) {
    std::fprintf(stderr, "plumbline: %s\n", message.c_str());
}

} // namespace plumbline
