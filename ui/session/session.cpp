#include "ui/session/session.h"

#include "ui/export/scene_file.h"

#include <QFileInfo>

namespace plumbline {

QString Session::name() const {
    return QFileInfo(m_file).completeBaseName();
}

void Session::setFile(const QString& file, const Scene& scene) {
    m_file = QFileInfo(file).absoluteFilePath();
    m_saved = scene;
}

std::optional<QString> Session::save(const QString& file, const Scene& scene) {
    if (const auto problem = writeSession(file.toStdString(), scene))
        return QString::fromStdString(*problem);
    setFile(file, scene);
    return std::nullopt;
}

} // namespace plumbline
