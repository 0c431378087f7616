#pragma once

#include <QStringList>

namespace plumbline {

class WindowSettings;

/// The files opened or saved last, the newest first, at most ten; remembered where there are
/// settings.
class RecentFiles {
  public:
    /// settings: may be null, and outlive this otherwise.
    explicit RecentFiles(WindowSettings* settings);

    /// Absolute paths; some may be gone.
    const QStringList& files() const { return m_files; }

    /// To the front, wherever it was.
    void add(const QString& file);
    void clear();

  private:
    void keep(const QStringList& files);

    WindowSettings* m_settings;
    QStringList m_files;
};

} // namespace plumbline
