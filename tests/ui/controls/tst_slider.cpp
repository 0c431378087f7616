#include "ui/controls/slider.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;

namespace {

ParameterSpec spec(ParameterKind kind, double low, double high, double step, ParameterScale scale) {
    ParameterSpec result;
    result.name = "x";
    result.kind = kind;
    result.minimum = low;
    result.maximum = high;
    result.step = step;
    result.scale = scale;
    return result;
}

const ParameterSpec kProbability = spec(ParameterKind::real, 0, 1, 0.01, ParameterScale::linear);
const ParameterSpec kUnits = spec(ParameterKind::integer, 1, 1e9, 1, ParameterScale::logarithmic);
const ParameterSpec kRate = spec(ParameterKind::real, 0.01, 1e6, 0.01, ParameterScale::logarithmic);

void drag(Slider& slider, const QPoint& from, const QPoint& to, int moves) {
    QTest::mousePress(&slider, Qt::LeftButton, {}, from);
    for (int i = 1; i <= moves; ++i)
        QTest::mouseMove(&slider, from + (to - from) * i / moves);
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, to);
}

} // namespace

class TestSlider : public QObject {
    Q_OBJECT

  private slots:
    void scaleRoundsToMultiplesOfTheStep() {
        const SliderScale scale(kProbability);
        QCOMPARE(scale.valueAt(0.3), 0.3);
        QCOMPARE(scale.valueAt(0.3049), 0.3);
        QCOMPARE(scale.valueAt(-1), 0.0);
        QCOMPARE(scale.valueAt(2), 1.0);
        QCOMPARE(scale.fraction(0.25), 0.25);
    }

    void logarithmicScaleSpreadsDecadesEvenly() {
        const SliderScale scale(kUnits);
        QCOMPARE(scale.fraction(1), 0.0);
        QVERIFY(std::abs(scale.fraction(1e3) - 1.0 / 3) < 1e-12);
        QCOMPARE(scale.fraction(1e9), 1.0);
        QCOMPARE(scale.valueAt(1.0 / 3), 1000.0);
        QCOMPARE(scale.valueAt(1), 1e9);
    }

    void everyPlaceOfALogarithmicScaleIsAWholeNumberOfUnits() {
        const SliderScale scale(kUnits);
        for (int i = 0; i <= 1000; ++i) {
            const double value = scale.valueAt(i / 1000.0);
            QCOMPARE(value, std::round(value));
            QVERIFY(value >= 1 && value <= 1e9);
        }
    }

    void logarithmicRangeFromZeroReachesZero() {
        const SliderScale scale(spec(ParameterKind::real, 0, 1, 1e-6, ParameterScale::logarithmic));
        QCOMPARE(scale.valueAt(0), 0.0);
        QCOMPARE(scale.fraction(0), 0.0);
        QCOMPARE(scale.stepped(0, 1), 1e-6);
        QCOMPARE(scale.stepped(1e-6, -1), 0.0);
    }

    void stepsOfALogarithmicScaleAreATenthOfTheDecade() {
        const SliderScale scale(kRate);
        QCOMPARE(scale.stepped(100, 1), 110.0);
        QCOMPARE(scale.stepped(100, -1), 99.0);
        QCOMPARE(scale.stepped(0.01, 1), 0.02);
        QCOMPARE(scale.stepped(0.01, -1), 0.01);
        QCOMPARE(scale.stepped(1e6, 1), 1e6);
        QCOMPARE(SliderScale(kUnits).stepped(5, 1), 6.0);
    }

    void draggingTheHandleMovesTheValue() {
        Slider slider{SliderScale(kProbability)};
        slider.resize(216, 20);
        slider.setValue(0.5);
        QSignalSpy moved(&slider, &Slider::valueMoved);
        const QPoint start = slider.handleCentre();
        drag(slider, start, start + QPoint(50, 0), 25);
        QVERIFY(moved.count() > 5);
        QVERIFY2(std::abs(slider.value() - 0.75) < 0.02,
                 qPrintable(QString::number(slider.value())));
        QCOMPARE(moved.last().at(0).toDouble(), slider.value());
    }

    void grabbingTheHandleOffCentreDoesNotMoveIt() {
        Slider slider{SliderScale(kProbability)};
        slider.resize(216, 20);
        slider.setValue(0.5);
        QTest::mouseClick(&slider, Qt::LeftButton, {}, slider.handleCentre() + QPoint(4, 0));
        QCOMPARE(slider.value(), 0.5);
    }

    void clickingTheGrooveJumpsThere() {
        Slider slider{SliderScale(kProbability)};
        slider.resize(216, 20);
        QTest::mouseClick(&slider, Qt::LeftButton, {}, QPoint(108, 10));
        QCOMPARE(slider.value(), 0.5);
    }

    void draggingBeyondTheEndsStaysInside() {
        Slider slider{SliderScale(kUnits)};
        slider.resize(200, 20);
        slider.setValue(1000);
        drag(slider, slider.handleCentre(), QPoint(900, 10), 10);
        QCOMPARE(slider.value(), 1e9);
        drag(slider, slider.handleCentre(), QPoint(-500, 10), 10);
        QCOMPARE(slider.value(), 1.0);
    }

    void keysStepPageAndGoToTheEnds() {
        Slider slider{SliderScale(kProbability)};
        slider.setValue(0.5);
        QTest::keyClick(&slider, Qt::Key_Right);
        QCOMPARE(slider.value(), 0.51);
        QTest::keyClick(&slider, Qt::Key_Left);
        QTest::keyClick(&slider, Qt::Key_Left);
        QCOMPARE(slider.value(), 0.49);
        QTest::keyClick(&slider, Qt::Key_PageUp);
        QCOMPARE(slider.value(), 0.59);
        QTest::keyClick(&slider, Qt::Key_PageDown);
        QCOMPARE(slider.value(), 0.49);
        QTest::keyClick(&slider, Qt::Key_Home);
        QCOMPARE(slider.value(), 0.0);
        QTest::keyClick(&slider, Qt::Key_End);
        QCOMPARE(slider.value(), 1.0);
    }

    void aValueBetweenPlacesStaysExactUntilMoved() {
        Slider slider{SliderScale(kProbability)};
        QSignalSpy moved(&slider, &Slider::valueMoved);
        slider.setValue(0.123456);
        QCOMPARE(slider.value(), 0.123456);
        QCOMPARE(moved.count(), 0);
        QTest::keyClick(&slider, Qt::Key_Up);
        QCOMPARE(slider.value(), 0.133456);
    }

    void theWheelIsIgnoredWithoutFocus() {
        Slider slider{SliderScale(kProbability)};
        slider.setValue(0.5);
        QWheelEvent wheel(QPointF(10, 10), QPointF(10, 10), {}, QPoint(0, 120), Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&slider, &wheel);
        QCOMPARE(slider.value(), 0.5);
        QVERIFY(!wheel.isAccepted());
    }

    void assistiveToolsReadAndSetTheNumber() {
        Slider slider{SliderScale(kProbability)};
        slider.setAccessibleName(QStringLiteral("p, drop probability"));
        slider.setValue(0.25);
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&slider);
        QVERIFY(accessible);
        QCOMPARE(accessible->role(), QAccessible::Slider);
        QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("p, drop probability"));
        QVERIFY(accessible->valueInterface());
        QCOMPARE(accessible->valueInterface()->currentValue().toDouble(), 0.25);
        QSignalSpy moved(&slider, &Slider::valueMoved);
        accessible->valueInterface()->setCurrentValue(0.75);
        QCOMPARE(slider.value(), 0.75);
        QCOMPARE(moved.count(), 1);
    }
};

QTEST_MAIN(TestSlider)
#include "tst_slider.moc"
