#include "core/random/stream.h"
#include "ui/charts/plot_navigation.h"
#include "ui/charts/ticks.h"

#include <QTest>

#include <cmath>

using namespace plumbline;

namespace {

/// Six pixels a character, about what an 11-pixel font takes.
double measure(const std::string& text) {
    return 6.0 * static_cast<double>(QString::fromStdString(text).size());
}

std::vector<Tick> ticksFor(Limits limits, double length, AxisScale scale = AxisScale::linear,
                           bool integers = false) {
    TickRequest request;
    request.limits = limits;
    request.scale = scale;
    request.integersOnly = integers;
    request.length = length;
    request.extent = measure;
    return layOutTicks(request);
}

std::vector<std::string> labelsOf(const std::vector<Tick>& ticks) {
    std::vector<std::string> labels;
    for (const Tick& tick : ticks)
        labels.push_back(tick.label);
    return labels;
}

void verifyApart(const std::vector<Tick>& ticks) {
    for (std::size_t i = 1; i < ticks.size(); ++i) {
        const double gap = ticks[i].position - ticks[i - 1].position -
                           (measure(ticks[i].label) + measure(ticks[i - 1].label)) / 2;
        QVERIFY2(gap >= 11.9, ticks[i].label.c_str());
    }
}

using Labels = std::vector<std::string>;

} // namespace

class TicksTest : public QObject {
    Q_OBJECT

  private slots:
    void stepsAreOneTwoOrFive();
    void labelsShareTheirDecimals();
    void integerAxesHaveNoFractions();
    void decadesHaveSuperscripts();
    void manyDecadesAreThinned();
    void lessThanTwoDecadesShowMantissas();
    void hugeAndTinyValuesHaveAPowerOfTen();
    void labelsNeverTouchAtAnySize();
    void stepsAreNiceAtEveryZoom();
    void ticksStayInsideTheLimits();
    void oddLimitsEndQuickly();
    void automaticLimitsDoNotFollowSmallChanges();
    void automaticLimitsFollowLargeChanges();
    void fixedEndsAreExact();
    void constantDataStillHaveARange();
};

void TicksTest::stepsAreOneTwoOrFive() {
    QCOMPARE(niceStep(100, 3), 50.0);
    QCOMPARE(niceStep(0.09, 5), 0.02);
    QCOMPARE(niceStep(1, 10), 0.1);
    QCOMPARE(niceStep(7e9, 4), 2e9);
}

void TicksTest::labelsShareTheirDecimals() {
    QCOMPARE(labelsOf(ticksFor({0, 0.1}, 300)),
             (Labels{"0.00", "0.02", "0.04", "0.06", "0.08", "0.10"}));
    QCOMPARE(labelsOf(ticksFor({-1, 1}, 200)), (Labels{"−1.0", "−0.5", "0.0", "0.5", "1.0"}));
}

void TicksTest::integerAxesHaveNoFractions() {
    QCOMPARE(labelsOf(ticksFor({0.5, 3.5}, 800, AxisScale::linear, true)), (Labels{"1", "2", "3"}));
}

void TicksTest::decadesHaveSuperscripts() {
    QCOMPARE(labelsOf(ticksFor({1e-3, 1}, 400, AxisScale::logarithmic)),
             (Labels{"10⁻³", "10⁻²", "10⁻¹", "10⁰"}));
}

void TicksTest::manyDecadesAreThinned() {
    const auto ticks = ticksFor({1e-300, 1e300}, 300, AxisScale::logarithmic);
    QVERIFY(ticks.size() >= 2);
    verifyApart(ticks);
}

void TicksTest::lessThanTwoDecadesShowMantissas() {
    QCOMPARE(labelsOf(ticksFor({0.9, 6}, 400, AxisScale::logarithmic)), (Labels{"1", "2", "5"}));
}

void TicksTest::hugeAndTinyValuesHaveAPowerOfTen() {
    QCOMPARE(labelsOf(ticksFor({0, 2e9}, 300)),
             (Labels{"0", "0.5×10⁹", "1.0×10⁹", "1.5×10⁹", "2.0×10⁹"}));
    QCOMPARE(labelsOf(ticksFor({0, 2e-6}, 150)), (Labels{"0", "1×10⁻⁶", "2×10⁻⁶"}));
    QCOMPARE(labelsOf(ticksFor({1e9, 1e9 + 20}, 200)),
             (Labels{"1,000,000,000", "1,000,000,010", "1,000,000,020"}));
}

void TicksTest::labelsNeverTouchAtAnySize() {
    Stream stream({.seed = 1, .role = Role::noise});
    const auto between = [&](double least, double most) {
        return least + (most - least) * stream.nextUniform();
    };
    for (int i = 0; i < 2000; ++i) {
        const double low = between(-1, 1) * std::pow(10, between(-12, 12));
        const double high = low + std::pow(10, between(-12, 12));
        verifyApart(ticksFor({low, high}, between(20, 3800)));
        const double positive = std::pow(10, between(-12, 12));
        verifyApart(ticksFor({positive, positive * std::pow(10, between(0.1, 11.9))},
                             between(20, 3800), AxisScale::logarithmic));
    }
}

void TicksTest::stepsAreNiceAtEveryZoom() {
    for (const AxisScale scale : {AxisScale::linear, AxisScale::logarithmic}) {
        for (const double factor : {1.25, 0.8}) {
            Limits shown{0.0123, 70.3};
            while (const auto next = zoomed(shown, scale, 0.37, factor)) {
                shown = *next;
                const auto ticks = ticksFor(shown, 400, scale);
                verifyApart(ticks);
                const bool linear = scale == AxisScale::linear;
                if (linear)
                    QVERIFY(ticks.size() >= 2);
                for (std::size_t i = 1; i < ticks.size(); ++i) {
                    QVERIFY(ticks[i].label != ticks[i - 1].label);
                    const double step = ticks[i].value - ticks[i - 1].value;
                    const double mantissa =
                        step / std::pow(10, std::floor(std::log10(step * 1.01)));
                    const double off = std::min(
                        {std::abs(mantissa - 1), std::abs(mantissa - 2), std::abs(mantissa - 5)});
                    // Of a value at the resolution's end the step has few digits.
                    if (linear)
                        QVERIFY2(off < 1e-2, qPrintable(QString::number(step, 'g', 12)));
                }
            }
        }
    }
}

void TicksTest::ticksStayInsideTheLimits() {
    for (const Tick& tick : ticksFor({0.33, 7.77}, 500)) {
        QVERIFY(tick.value >= 0.33 && tick.value <= 7.77);
        QVERIFY(tick.position >= 0 && tick.position <= 500);
    }
}

void TicksTest::oddLimitsEndQuickly() {
    QVERIFY(ticksFor({0, 0}, 100).empty());
    QVERIFY(ticksFor({1, 0}, 100).empty());
    QVERIFY(ticksFor({0, 1}, 0).empty());
    ticksFor({1e17, 1e17 + 64}, 400);
    ticksFor({-1e300, 1e300}, 400);
}

void TicksTest::automaticLimitsDoNotFollowSmallChanges() {
    StickyLimits sticky;
    const Limits first = sticky.update({}, {0, 0.087});
    QCOMPARE(first.high, 0.1);
    QCOMPARE(sticky.update({}, {0, 0.095}), first);
    QCOMPARE(sticky.update({}, {0, 0.065}), first);
}

void TicksTest::automaticLimitsFollowLargeChanges() {
    StickyLimits sticky;
    sticky.update({}, {0, 0.087});
    QCOMPARE(sticky.update({}, {0, 0.13}).high, 0.15);
    QCOMPARE(sticky.update({}, {0, 0.02}).high, 0.02);
}

void TicksTest::fixedEndsAreExact() {
    StickyLimits sticky;
    Axis axis;
    axis.low = 0.123;
    axis.high = 0.987;
    QCOMPARE(sticky.update(axis, {-5, 5}), (Limits{0.123, 0.987}));
    axis.high.reset();
    QCOMPARE(sticky.update(axis, {0, 1}).low, 0.123);
}

void TicksTest::constantDataStillHaveARange() {
    StickyLimits sticky;
    QVERIFY(sticky.update({}, {3, 3}).span() > 0);
    Axis logarithmic;
    logarithmic.scale = AxisScale::logarithmic;
    const Limits limits = sticky.update(logarithmic, {10, 10});
    QVERIFY(limits.low > 0 && limits.span() > 0);
}

QTEST_APPLESS_MAIN(TicksTest)
#include "tst_ticks.moc"
