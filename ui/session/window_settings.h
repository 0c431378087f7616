#pragma once

#include "ui/theme/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace plumbline {

/// What a window wants to be like the next time.
struct WindowState {
    QByteArray geometry; ///< as QWidget::saveGeometry() gives it
    std::optional<ThemeChoice> theme;
    bool controlsOpen = false;  ///< the drawer of a narrow window
    bool controlsAside = false; ///< no controls at all, at any width
    std::string scenes; ///< as formatScenes() writes them: of every lab, the shown one first
};

/// The settings file. What is missing, damaged or of another kind in it counts as unset.
class WindowSettings {
  public:
    explicit WindowSettings(const QString& file);

    WindowState state() const;
    void setState(const WindowState& state);

    QStringList recentFiles() const;
    void setRecentFiles(const QStringList& files);

  private:
    QSettings m_settings;
};

} // namespace plumbline
