#pragma once

#include "core/lab/lab.h"
#include "core/lab/scene.h"

#include <QStackedWidget>

#include <map>
#include <string>
#include <vector>

namespace plumbline {

class LabPanel;

/// The panels of all labs, one on show. A panel is made when it is first needed.
class LabPanels : public QStackedWidget {
    Q_OBJECT

  public:
    /// There is at least one lab, and they outlive this.
    explicit LabPanels(const std::vector<const Lab*>& labs, QWidget* parent = nullptr);

    /// Null when there is no such lab.
    const Lab* lab(const std::string& id) const;

    /// The panel of a lab that there is.
    LabPanel* panel(const std::string& id);

    /// Null before the first showLab().
    LabPanel* shown() const { return m_shown; }
    void showLab(const std::string& id);

    /// Sets the scene of its lab, which there is, without showing it. Emits nothing.
    void put(const Scene& scene);

    /// The last valid scene of every lab that was shown or put, the shown one first.
    std::vector<Scene> scenes() const;

    /// Panels say nothing more: a box that loses the focus as the window goes still confirms its
    /// text.
    void silence();

  signals:
    void panelMade(LabPanel* panel);

  private:
    LabPanel* makePanel(const Lab& lab);

    std::vector<const Lab*> m_labs;
    std::map<std::string, LabPanel*> m_panels;
    std::map<std::string, Scene> m_waiting; ///< of labs whose panel is yet to be made
    LabPanel* m_shown = nullptr;
};

} // namespace plumbline
