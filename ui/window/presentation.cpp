#include "ui/window/presentation.h"

#include "ui/window/report_page.h"
#include "ui/window/workspace.h"

#include <QScreen>

#include <algorithm>

namespace plumbline {
namespace {

constexpr double kUsualHeight = 720;
constexpr double kSmallestScale = 1.25;
constexpr double kLargestScale = 3;

} // namespace

Presentation::Presentation(QWidget& window, Workspace& workspace, ReportPage& page,
                           const QWidgetList& surroundings)
    : m_window(window), m_workspace(workspace), m_page(page), m_surroundings(surroundings) {}

double Presentation::textScaleFor(int screenHeight) {
    return std::clamp(screenHeight / kUsualHeight, kSmallestScale, kLargestScale);
}

void Presentation::setOn(bool on) {
    if (on == m_on)
        return;
    m_on = on;
    m_workspace.setListShown(!on);
    if (on) {
        m_before = m_window.windowState();
        m_hidden.clear();
        for (QWidget* widget : m_surroundings)
            if (!widget->isHidden())
                m_hidden << widget;
    }
    for (QWidget* widget : m_hidden)
        widget->setVisible(!on);
    m_page.setTextScale(on ? textScaleFor(m_window.screen()->size().height()) : 1);
    m_window.setWindowState(on ? m_before | Qt::WindowFullScreen
                               : m_before & ~Qt::WindowStates(Qt::WindowFullScreen));
    emit changed(on);
}

} // namespace plumbline
