#include "ui/window/figure_menu.h"

#include "ui/charts/figure_view.h"

namespace plumbline {

FigureMenu::FigureMenu(FigureView& view, bool enlarged, QWidget* parent) : QMenu(parent) {
    setAccessibleName(view.accessibleName());
    addAxesActions(view);
    const auto ask = [this](const char* name, const QString& text, auto signal) {
        addAction(text, this, signal)->setObjectName(QLatin1String(name));
    };
    ask("enlarge",
        (enlarged ? tr("Back to the page") : tr("Fill the page")) + QStringLiteral("\tEnter"),
        &FigureMenu::enlargeRequested);
    addSeparator();
    ask("copyImage", tr("Copy image"), &FigureMenu::copyImageRequested);
    ask("copyData", tr("Copy data"), &FigureMenu::copyDataRequested);
    ask("export", tr("Export figure…"), &FigureMenu::exportRequested);
    addSeriesActions(view);
}

void FigureMenu::addAxesActions(FigureView& view) {
    const auto add = [&](const char* name, const QString& text, bool enabled, auto action) {
        QAction* added = addAction(text);
        added->setObjectName(QLatin1String(name));
        added->setEnabled(enabled);
        connect(added, &QAction::triggered, &view, action);
    };
    add("zoomIn", tr("Zoom in") + QStringLiteral("\t+"), view.canZoom(kZoomStep),
        [&view] { view.zoom(kZoomStep); });
    add("zoomOut", tr("Zoom out") + QStringLiteral("\t−"), view.canZoom(1 / kZoomStep),
        [&view] { view.zoom(1 / kZoomStep); });
    add("resetAxes", tr("Reset axes") + QStringLiteral("\t0"), view.axes() && view.hasChosenEnds(),
        [&view] { view.resetAxes(); });
    addSeparator();
}

void FigureMenu::addSeriesActions(FigureView& view) {
    const std::vector<HideableSeries> parts = view.series();
    if (!parts.empty())
        addSeparator();
    for (const HideableSeries& part : parts) {
        QString text = QString::fromStdString(part.name);
        QAction* action = addAction(text.replace(u'&', QStringLiteral("&&")));
        action->setObjectName(QString::fromStdString(part.key));
        action->setCheckable(true);
        action->setChecked(!view.settings().hidden.contains(part.key));
        connect(action, &QAction::toggled, &view,
                [&view, key = part.key](bool shown) { view.setSeriesHidden(key, !shown); });
    }
}

} // namespace plumbline
