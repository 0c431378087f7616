#include "ui/charts/accessible_figure.h"

#include "ui/charts/figure_view.h"

#include <QAccessibleWidget>

namespace plumbline {
namespace {

class AccessibleFigure final : public QAccessibleWidget {
  public:
    explicit AccessibleFigure(FigureView* view)
        : QAccessibleWidget(view, QAccessible::Chart), m_view(view) {}

    QString text(QAccessible::Text kind) const override {
        if (kind != QAccessible::Value)
            return QAccessibleWidget::text(kind);
        const auto& readOut = m_view->currentReadOut();
        return readOut ? readOut->spoken() : QString();
    }

    // The widgets that draw it say nothing of their own.
    int childCount() const override { return 0; }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }

  private:
    FigureView* m_view;
};

QAccessibleInterface* accessibleOf(const QString&, QObject* object) {
    auto* view = qobject_cast<FigureView*>(object);
    return view ? new AccessibleFigure(view) : nullptr;
}

} // namespace

void installAccessibleFigures() {
    [[maybe_unused]] static const bool installed =
        (QAccessible::installFactory(accessibleOf), true);
}

} // namespace plumbline
