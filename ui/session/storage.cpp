#include "ui/session/storage.h"

#include <QStandardPaths>

namespace plumbline {

Storage storageOfUser() {
    const auto folder = [](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location);
    };
    return {folder(QStandardPaths::AppConfigLocation) + QStringLiteral("/plumbline.ini"),
            folder(QStandardPaths::AppDataLocation) + QStringLiteral("/autosave")};
}

} // namespace plumbline
