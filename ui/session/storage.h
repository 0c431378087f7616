#pragma once

#include <QString>

namespace plumbline {

/// Where a window remembers things. A window without one remembers nothing and writes nothing.
struct Storage {
    QString settingsFile;
    QString autosaveFolder;
};

/// The places of whoever runs the program; the application must have its name already.
Storage storageOfUser();

} // namespace plumbline
