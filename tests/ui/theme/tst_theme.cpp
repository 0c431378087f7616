#include "ui/theme/contrast.h"
#include "ui/theme/tabular.h"
#include "ui/theme/theme.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QTest>

using namespace plumbline;

class ThemeTest : public QObject {
    Q_OBJECT

  private slots:
    void textIsReadableOnTheCard_data();
    void textIsReadableOnTheCard();
    void categoriesAreVisibleOnTheCard();
    void readableColoursAreReadable();
    void contrastOfBlackOnWhiteIsTheLargest();
    void numbersOfEqualLengthAreEquallyWide();
    void sizesAreThoseOfTheScale();
};

void ThemeTest::textIsReadableOnTheCard_data() {
    QTest::addColumn<int>("choice");
    QTest::newRow("light") << 0;
    QTest::newRow("dark") << 1;
}

void ThemeTest::textIsReadableOnTheCard() {
    QFETCH(int, choice);
    const Theme& theme = Theme::of(static_cast<ThemeChoice>(choice));
    for (const QColor& ink : {theme.text, theme.muted, theme.law, theme.alternative, theme.accent})
        QVERIFY(contrastRatio(ink, theme.card) >= 4.5);
    QVERIFY(contrastRatio(theme.agreesText, theme.agreesFill) >= 4.5);
    QVERIFY(contrastRatio(theme.differsText, theme.differsFill) >= 4.5);
    QVERIFY(contrastRatio(theme.onAccent, theme.accent) >= 4.5);
}

void ThemeTest::categoriesAreVisibleOnTheCard() {
    for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark}) {
        const Theme& theme = Theme::of(choice);
        for (int i = 0; i < 8; ++i)
            QVERIFY(contrastRatio(theme.category(i), theme.card) > 2);
        QCOMPARE(theme.category(8), theme.category(0));
        QCOMPARE(theme.category(-1), theme.category(7));
    }
}

void ThemeTest::readableColoursAreReadable() {
    const Theme& theme = Theme::of(ThemeChoice::light);
    const QColor ink = readableOn(theme.card, theme.simulated, theme.text);
    QVERIFY(contrastRatio(ink, theme.card) >= 4.5);
    QVERIFY(ink.blue() > ink.red());
    QCOMPARE(readableOn(theme.card, theme.text, theme.text), theme.text);
}

void ThemeTest::contrastOfBlackOnWhiteIsTheLargest() {
    QVERIFY(std::abs(contrastRatio(Qt::black, Qt::white) - 21) < 1e-3);
    QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
}

void ThemeTest::numbersOfEqualLengthAreEquallyWide() {
    const QFont ticks = type::ticks();
    QCOMPARE(tabularWidth(ticks, "111"), tabularWidth(ticks, "888"));
    QCOMPARE(tabularWidth(ticks, "0.14"), tabularWidth(ticks, "0.08"));
    QCOMPARE(tabularWidth(ticks, ""), 0.0);
}

void ThemeTest::sizesAreThoseOfTheScale() {
    QCOMPARE(type::ticks().pixelSize(), 11);
    QCOMPARE(type::caption().pixelSize(), 12);
    QCOMPARE(type::body().pixelSize(), 13);
    QCOMPARE(type::title().pixelSize(), 14);
    QVERIFY(type::symbol().italic());
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
