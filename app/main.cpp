#include "app/command_line.h"

#include <csignal>

int main(int argc, char** argv) {
    // A reader that went away is a failed write with a message, not a silent death.
    std::signal(SIGPIPE, SIG_IGN);
    return plumbline::runCommandLine(argc, argv);
}
