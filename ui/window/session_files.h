#pragma once

#include "ui/session/recent_files.h"
#include "ui/session/scene_source.h"
#include "ui/session/session.h"

#include <QObject>

#include <functional>
#include <vector>

class QMenu;
class QWidget;

namespace plumbline {

class WindowSettings;

/// Opens, saves and remembers session files: the part of the File menu that does so, and its
/// dialogs.
class SessionFiles : public QObject {
    Q_OBJECT

  public:
    /// scene: the screen as it is now. settings: may be null, and outlive this otherwise.
    SessionFiles(QWidget* window, const std::vector<const Lab*>& labs,
                 std::function<Scene()> scene, WindowSettings* settings);

    /// Adds Open, Recent, Save and Save as.
    void addTo(QMenu* menu);

    const Session& session() const { return m_session; }
    const RecentFiles& recent() const { return m_recent; }

    /// The screen was opened from the file. A picture can be opened again, but is never saved over.
    void setOpened(const QString& file);

    /// To the session's own file, or one that is asked for. What could not be opened again, as
    /// values that break a rule, is not saved.
    void save();
    void saveTo(const QString& file);

  signals:
    void fileChosen(const QString& file);
    void changed(); ///< the session has another file, or was saved
    void failed(const QString& message);

  private:
    void askWhatToOpen();
    void askWhereToSave();
    void fillRecent();

    QWidget* m_window;
    std::vector<const Lab*> m_labs;
    std::function<Scene()> m_scene;
    Session m_session;
    RecentFiles m_recent;
    QMenu* m_recentMenu = nullptr;
};

} // namespace plumbline
