#include "ui/window/lab_panels.h"

#include "ui/window/lab_panel.h"

#include <QScrollArea>

#include <algorithm>

namespace plumbline {

LabPanels::LabPanels(const std::vector<const Lab*>& labs, QWidget* parent)
    : QStackedWidget(parent), m_labs(labs) {
    setObjectName(QStringLiteral("sidePanel"));
}

void LabPanels::silence() {
    for (const auto& [id, panel] : m_panels)
        panel->disconnect();
}

const Lab* LabPanels::lab(const std::string& id) const {
    const auto found = std::ranges::find(
        m_labs, id, [](const Lab* lab) -> const std::string& { return lab->description().id; });
    return found == m_labs.end() ? nullptr : *found;
}

LabPanel* LabPanels::panel(const std::string& id) {
    LabPanel*& panel = m_panels[id];
    if (!panel) {
        panel = makePanel(*lab(id));
        if (const auto waiting = m_waiting.extract(id))
            panel->setScene(waiting.mapped());
        emit panelMade(panel);
    }
    return panel;
}

LabPanel* LabPanels::makePanel(const Lab& lab) {
    auto* panel = new LabPanel(lab);
    panel->setObjectName(QStringLiteral("scrolled"));
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(panel);
    addWidget(scroll);
    return panel;
}

void LabPanels::showLab(const std::string& id) {
    m_shown = panel(id);
    setCurrentWidget(m_shown->parentWidget()->parentWidget());
}

void LabPanels::put(const Scene& scene) {
    const auto made = m_panels.find(scene.lab);
    if (made == m_panels.end())
        m_waiting[scene.lab] = scene;
    else
        made->second->setScene(scene);
}

std::vector<Scene> LabPanels::scenes() const {
    std::vector<Scene> scenes;
    for (const auto& [id, panel] : m_panels)
        scenes.insert(panel == m_shown ? scenes.begin() : scenes.end(), panel->validScene());
    for (const auto& [id, scene] : m_waiting)
        scenes.push_back(scene);
    return scenes;
}

} // namespace plumbline
