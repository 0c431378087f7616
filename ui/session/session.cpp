#include "ui/session/session.h"

#include "core/io/output_file.h"

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
    if (const auto problem = writeOutputFile(file.toStdString(), formatScene(scene) + "\n"))
        return QString::fromStdString(*problem);
    setFile(file, scene);
    return std::nullopt;
}

} // namespace plumbline
