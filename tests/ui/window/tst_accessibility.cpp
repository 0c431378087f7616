#include "core/labs/catalogue.h"
#include "ui/charts/figure_view.h"
#include "ui/window/lab_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/report_page.h"

#include <QAccessible>
#include <QApplication>
#include <QScrollArea>
#include <QTest>

#include <functional>

using namespace plumbline;

namespace {

using Visitor = std::function<void(QAccessibleInterface*, const QString& path)>;

/// Every object that assistive tools see, from the top down.
void walk(QAccessibleInterface* object, const QString& path, const Visitor& visit) {
    if (!object || !object->isValid() || object->state().invisible)
        return;
    const QString here = path + QStringLiteral(" > ") + object->text(QAccessible::Name) +
                         QStringLiteral(" [%1]").arg(qAccessibleRoleString(object->role()));
    visit(object, here);
    for (int i = 0; i < object->childCount(); ++i)
        walk(object->child(i), here, visit);
}

bool mustHaveName(QAccessible::Role role) {
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::EditableText:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Chart:
    case QAccessible::Graphic:
    case QAccessible::ProgressBar:
    case QAccessible::MenuItem:
        return true;
    default:
        return false;
    }
}

/// As the Tab key does: setFocus() alone leaves scroll areas where they are.
void scrollTo(QWidget* widget) {
    for (QWidget* above = widget->parentWidget(); above; above = above->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(above))
            area->ensureWidgetVisible(widget);
}

/// The picture of a widget and a little of what is round it.
QImage pictureRound(QWidget* widget) {
    constexpr int kRing = 4;
    const QRect area(widget->mapTo(widget->window(), QPoint()), widget->size());
    return widget->window()->grab(area.adjusted(-kRing, -kRing, kRing, kRing)).toImage();
}

} // namespace

/// What somebody meets who cannot use a mouse or cannot see: of every lab, not named one by one.
class TestAccessibility : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<MainWindow> m_window;

    void addLabs() {
        QTest::addColumn<QString>("id");
        for (const Lab* lab : catalogue()) {
            const QString id = QString::fromStdString(lab->description().id);
            QTest::newRow(qPrintable(id)) << id;
        }
    }

    void open() {
        QFETCH(QString, id);
        m_window = std::make_unique<MainWindow>(defaultScene(*findLab(id.toStdString())));
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(m_window->runner().isFinished());
    }

    /// Every widget that Tab reaches, once round.
    QWidgetList tabStops() const {
        QWidgetList stops;
        QWidget* first = nullptr;
        for (int i = 0; i < 400; ++i) {
            QTest::keyClick(m_window->window()->windowHandle(), Qt::Key_Tab);
            QWidget* now = QApplication::focusWidget();
            if (!now || now == first)
                break;
            first = first ? first : now;
            stops << now;
        }
        return stops;
    }

  private slots:
    void cleanup() { m_window.reset(); }

    void whatCanBeUsedHasANameAndARole_data() { addLabs(); }
    void whatCanBeUsedHasANameAndARole() {
        open();
        int named = 0;
        walk(QAccessible::queryAccessibleInterface(m_window.get()), {},
             [&](QAccessibleInterface* object, const QString& path) {
                 if (!mustHaveName(object->role()))
                     return;
                 QVERIFY2(!object->text(QAccessible::Name).isEmpty(), qPrintable(path));
                 ++named;
             });
        QVERIFY(named > 20);
    }

    void slidersAndBoxesTellTheirValueAndItsEnds_data() { addLabs(); }
    void slidersAndBoxesTellTheirValueAndItsEnds() {
        open();
        walk(QAccessible::queryAccessibleInterface(m_window.get()), {},
             [&](QAccessibleInterface* object, const QString& path) {
                 if (object->role() != QAccessible::Slider &&
                     object->role() != QAccessible::SpinBox)
                     return;
                 QAccessibleValueInterface* value = object->valueInterface();
                 QVERIFY2(value, qPrintable(path));
                 const double low = value->minimumValue().toDouble();
                 const double high = value->maximumValue().toDouble();
                 const double now = value->currentValue().toDouble();
                 QVERIFY2(low < high && low <= now && now <= high, qPrintable(path));
                 QVERIFY2(!object->text(QAccessible::Value).isEmpty(), qPrintable(path));
             });
    }

    void everyFigureIsSpokenWithItsNumbers_data() { addLabs(); }
    void everyFigureIsSpokenWithItsNumbers() {
        open();
        const auto& report = *m_window->reportPage()->report();
        QVERIFY(!report.figures.empty());
        for (const Figure& figure : report.figures) {
            QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(
                m_window->reportPage()->figureView(figure.id));
            QVERIFY(spoken);
            QCOMPARE(spoken->text(QAccessible::Name), QString::fromStdString(figure.title));
            const QString summary = spoken->text(QAccessible::Description);
            QVERIFY2(summary.contains(QRegularExpression(QStringLiteral("[0-9]"))),
                     qPrintable(summary));
        }
    }

    void tabReachesAllThatCanBeUsed_data() { addLabs(); }
    void tabReachesAllThatCanBeUsed() {
        open();
        const QWidgetList stops = tabStops();
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            // A box inside a spin box or a list inside a combo box is reached through it.
            const bool part = widget->focusProxy() || !(widget->focusPolicy() & Qt::TabFocus);
            if (part || !widget->isVisible() || !widget->isEnabled())
                continue;
            QVERIFY2(stops.contains(widget),
                     qPrintable(QStringLiteral("%1 \"%2\"")
                                    .arg(QLatin1String(widget->metaObject()->className()),
                                         widget->accessibleName())));
        }
    }

    void theFocusIsSeenWhereverItIs_data() { addLabs(); }
    void theFocusIsSeenWhereverItIs() {
        open();
        const QWidgetList stops = tabStops();
        QVERIFY(stops.size() > 10);
        for (QWidget* stop : stops) {
            if (!stop->isVisible())
                continue;
            scrollTo(stop);
            stop->setFocus(Qt::TabFocusReason);
            const QImage with = pictureRound(stop);
            stop->clearFocus();
            const QImage without = pictureRound(stop);
            QVERIFY2(with != without,
                     qPrintable(QStringLiteral("%1 \"%2\"")
                                    .arg(QLatin1String(stop->metaObject()->className()),
                                         stop->accessibleName())));
        }
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
