#pragma once

#include "core/lab/scene.h"

#include <QString>

#include <optional>

namespace plumbline {

/// The session file that the screen belongs to, if any, and what it holds.
class Session {
  public:
    /// Absolute; empty: there is none yet.
    const QString& file() const { return m_file; }

    /// "drops" of /home/me/drops.plumbline.
    QString name() const;

    /// The screen belongs to this file now, which holds the scene.
    void setFile(const QString& file, const Scene& scene);

    /// Whether the file, where there is one, holds anything else.
    bool isModified(const Scene& scene) const { return !m_file.isEmpty() && scene != m_saved; }

    /// Writes the file, whole or not at all, and belongs to it from then on. Returns what went
    /// wrong, in words with the path; then nothing has changed.
    std::optional<QString> save(const QString& file, const Scene& scene);

  private:
    QString m_file;
    Scene m_saved;
};

} // namespace plumbline
