#include "ui/charts/figure_view.h"
#include "ui/window/figure_menu.h"
#include "ui/window/report_page.h"
#include "ui/window/verdict_table.h"

#include <QKeyEvent>

namespace plumbline {

void ReportPage::openMenu(const std::string& id, const QPoint& globalPosition) {
    auto* menu = new FigureMenu(*figureView(id), enlargedFigure() == id, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &FigureMenu::enlargeRequested, this,
            [this, id] { enlarge(enlargedFigure() == id ? std::string() : id); });
    connect(menu, &FigureMenu::copyImageRequested, this,
            [this, id] { emit copyImageRequested(id); });
    connect(menu, &FigureMenu::copyDataRequested, this, [this, id] { emit copyDataRequested(id); });
    connect(menu, &FigureMenu::exportRequested, this, [this, id] { emit exportRequested(id); });
    menu->popup(globalPosition);
}

void ReportPage::lockAxes() {
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        bringUpToDate(i);
        const FigureCard& figure = m_figures[i];
        if (const auto axes = figure.view->axes())
            m_view.set(figure.id, withShownEnds(*axes, m_view.of(figure.id)));
    }
}

void ReportPage::unlockAxes() {
    const auto settings = m_view.figures;
    for (const auto& [id, figure] : settings) {
        FigureSettings unlocked;
        unlocked.hidden = figure.hidden;
        m_view.set(id, unlocked);
    }
}

void ReportPage::setAxesMode(AxesMode mode) {
    if (mode == m_view.axes)
        return;
    if (mode == AxesMode::locked)
        lockAxes();
    else if (m_view.axes == AxesMode::locked)
        unlockAxes();
    for (const FigureCard& figure : m_figures) {
        figure.view->setAxesMode(mode);
        figure.view->setSettings(m_view.of(figure.id));
    }
    m_view.axes = mode;
    emit viewChanged(m_view);
}

void ReportPage::enlarge(const std::string& id) {
    if (id == enlargedFigure())
        return;
    m_view.figure = id;
    showEnlarged();
    emit viewChanged(m_view);
}

void ReportPage::showEnlarged() {
    if (enlargedFigure().empty())
        m_table->startRun();
    updateWhatIsOnPage();
    updateGeometry();
    place();
}

void ReportPage::setTextScale(double scale) {
    m_textScale = scale;
    scaleText();
    updateGeometry();
    place();
}

void ReportPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !enlargedFigure().empty())
        enlarge({});
    else
        QWidget::keyPressEvent(event);
}

} // namespace plumbline
