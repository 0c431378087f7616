#include "ui/charts/colour_map.h"
#include "ui/theme/contrast.h"

#include <QTest>

#include <limits>

using namespace plumbline;

class ColourMapTest : public QObject {
    Q_OBJECT

  private slots:
    void sequentialLightnessRises();
    void divergingIsNeutralAtZero();
    void binaryHasTwoColours();
    void missingIsTransparentAndBeyondIsTheEnd();
};

void ColourMapTest::sequentialLightnessRises() {
    const ColourMap map(ColourScale::sequential, Theme::of(ThemeChoice::light), {0, 1});
    double previous = 0;
    for (double value = 0; value <= 1; value += 0.05) {
        const double contrast = contrastRatio(QColor(map.at(value)), Qt::black);
        QVERIFY(contrast > previous);
        previous = contrast;
    }
}

void ColourMapTest::divergingIsNeutralAtZero() {
    for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark}) {
        const ColourMap map(ColourScale::diverging, Theme::of(choice), {-2, 2});
        QVERIFY(QColor(map.at(0)).saturation() < 70);
        QVERIFY(QColor(map.at(-2)).blue() > QColor(map.at(-2)).red());
        QVERIFY(QColor(map.at(2)).red() > QColor(map.at(2)).blue());
    }
}

void ColourMapTest::binaryHasTwoColours() {
    const Theme& theme = Theme::of(ThemeChoice::dark);
    const ColourMap map(ColourScale::binary, theme, {0, 1});
    QCOMPARE(QColor(map.at(0)), theme.grid);
    QCOMPARE(QColor(map.at(1)), theme.simulated);
}

void ColourMapTest::missingIsTransparentAndBeyondIsTheEnd() {
    const ColourMap map(ColourScale::sequential, Theme::of(ThemeChoice::light), {0, 1});
    QCOMPARE(qAlpha(map.at(std::numeric_limits<double>::quiet_NaN())), 0);
    QCOMPARE(map.at(7), map.at(1));
    QCOMPARE(map.at(-7), map.at(0));
}

QTEST_APPLESS_MAIN(ColourMapTest)
#include "tst_colour_map.moc"
