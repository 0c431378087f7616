#pragma once

#include <QObject>
#include <QWidget>

namespace plumbline {

class ReportPage;
class Workspace;

/**
 * A window before an audience: full screen, figures and verdicts in larger type, and of what
 * surrounds them only the controls. Everything comes back as it was when it ends.
 */
class Presentation : public QObject {
    Q_OBJECT

  public:
    /// surroundings: what has no place on a projector, beside the list of labs.
    Presentation(QWidget& window, Workspace& workspace, ReportPage& page,
                 const QWidgetList& surroundings);

    bool isOn() const { return m_on; }
    void setOn(bool on);

    /// How much larger type is on a screen of that height: what fits 720 pixels at its usual size
    /// fills the screen, from 1.25 times to 3 times as large.
    static double textScaleFor(int screenHeight);

  signals:
    void changed(bool on);

  private:
    QWidget& m_window;
    Workspace& m_workspace;
    ReportPage& m_page;
    QWidgetList m_surroundings;
    QWidgetList m_hidden; ///< those that were visible before
    Qt::WindowStates m_before;
    bool m_on = false;
};

} // namespace plumbline
