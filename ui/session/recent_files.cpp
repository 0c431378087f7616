#include "ui/session/recent_files.h"

#include "ui/session/window_settings.h"

#include <QDir>

namespace plumbline {
namespace {

constexpr int kMostFiles = 10;

} // namespace

RecentFiles::RecentFiles(WindowSettings* settings) : m_settings(settings) {
    if (settings)
        m_files = settings->recentFiles().mid(0, kMostFiles);
}

void RecentFiles::keep(const QStringList& files) {
    m_files = files.mid(0, kMostFiles);
    if (m_settings)
        m_settings->setRecentFiles(m_files);
}

void RecentFiles::add(const QString& file) {
    const QString path = QDir::cleanPath(QDir().absoluteFilePath(file));
    QStringList files = m_files;
    files.removeAll(path);
    keep(QStringList(path) + files);
}

void RecentFiles::clear() {
    keep({});
}

} // namespace plumbline
