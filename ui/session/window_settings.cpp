#include "ui/session/window_settings.h"

namespace plumbline {
namespace {

constexpr QLatin1String kGeometry("window/geometry");
constexpr QLatin1String kTheme("window/theme");
constexpr QLatin1String kControls("window/controls");
constexpr QLatin1String kAside("window/controlsAside");
constexpr QLatin1String kScenes("labs/scenes");
constexpr QLatin1String kRecent("files/recent");

} // namespace

WindowSettings::WindowSettings(const QString& file) : m_settings(file, QSettings::IniFormat) {}

WindowState WindowSettings::state() const {
    WindowState state;
    state.geometry = m_settings.value(kGeometry).toByteArray();
    state.theme = themeNamed(m_settings.value(kTheme).toString().toStdString());
    state.controlsOpen = m_settings.value(kControls).toBool();
    state.controlsAside = m_settings.value(kAside).toBool();
    state.scenes = m_settings.value(kScenes).toStringList().join(u'\n').toStdString();
    return state;
}

void WindowSettings::setState(const WindowState& state) {
    m_settings.setValue(kGeometry, state.geometry);
    if (state.theme)
        m_settings.setValue(kTheme, QString::fromStdString(themeName(*state.theme)));
    m_settings.setValue(kControls, state.controlsOpen);
    m_settings.setValue(kAside, state.controlsAside);
    m_settings.setValue(kScenes,
                        QString::fromStdString(state.scenes).split(u'\n', Qt::SkipEmptyParts));
    m_settings.sync();
}

QStringList WindowSettings::recentFiles() const {
    return m_settings.value(kRecent).toStringList();
}

void WindowSettings::setRecentFiles(const QStringList& files) {
    m_settings.setValue(kRecent, files);
    m_settings.sync();
}

} // namespace plumbline
