#include "ui/window/falling_counts.h"

#include <QProxyStyle>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;

namespace {

/// A desktop that asks for still pictures.
class StillStyle : public QProxyStyle {
  public:
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override {
        return hint == SH_Widget_Animation_Duration
                   ? 0
                   : QProxyStyle::styleHint(hint, option, widget, returned);
    }
};

} // namespace

class TestFallingCounts : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<QWidget> m_page;
    FallingCounts* m_falling = nullptr;
    const Theme& m_theme = Theme::of(ThemeChoice::light);

    static FallingCount fallTo(const QPointF& to, const QString& text = QStringLiteral("68")) {
        return {{50, 250}, {to.x(), 20}, to, text};
    }

    int tokenPixels() {
        const QImage picture = m_page->grab().toImage();
        int pixels = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                pixels += picture.pixelColor(x, y) == m_theme.simulated;
        return pixels;
    }

  private slots:
    void init() {
        m_page = std::make_unique<QWidget>();
        m_page->resize(400, 300);
        m_falling = new FallingCounts(m_page.get());
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void aCountIsSeenUntilItHasLanded() {
        QSignalSpy landed(m_falling, &FallingCounts::landed);
        QVERIFY(m_falling->drop({fallTo({300, 200})}, m_theme));
        QVERIFY(tokenPixels() > 200);
        QVERIFY(landed.isEmpty());
        QTRY_COMPARE(landed.count(), 1);
        QVERIFY(!m_falling->isFalling() && !m_falling->isVisible());
        QCOMPARE(tokenPixels(), 0);
        QTest::qWait(60);
        QCOMPARE(landed.count(), 1);
    }

    void manyAreSmallAndLandTogether() {
        QSignalSpy landed(m_falling, &FallingCounts::landed);
        QVERIFY(m_falling->drop({fallTo({300, 200})}, m_theme));
        const int one = tokenPixels();
        std::vector<FallingCount> many;
        for (int i = 0; i < 5; ++i)
            many.push_back(fallTo({100.0 + 50 * i, 200}, {}));
        QVERIFY(m_falling->drop(many, m_theme)); // in place of the first, which says nothing
        QVERIFY(tokenPixels() < one);
        QTRY_COMPARE(landed.count(), 1);
    }

    void hidingThePageLandsThem() {
        QSignalSpy landed(m_falling, &FallingCounts::landed);
        QVERIFY(m_falling->drop({fallTo({300, 200})}, m_theme));
        m_page->hide();
        QCOMPARE(landed.count(), 1);
        QVERIFY(!m_falling->drop({fallTo({300, 200})}, m_theme));
    }

    void clearedOnesSayNothing() {
        QSignalSpy landed(m_falling, &FallingCounts::landed);
        QVERIFY(m_falling->drop({fallTo({300, 200})}, m_theme));
        m_falling->clear();
        QTest::qWait(30);
        QVERIFY(landed.isEmpty() && !m_falling->isVisible());
        QVERIFY(!m_falling->drop({}, m_theme));
    }

    void nothingFallsWhereMotionIsNotWanted() {
        StillStyle still;
        m_falling->setStyle(&still);
        QVERIFY(!m_falling->drop({fallTo({300, 200})}, m_theme));
        m_falling->setStyle(nullptr);
        qputenv("PLUMBLINE_REDUCED_MOTION", "1");
        QVERIFY(!m_falling->drop({fallTo({300, 200})}, m_theme));
        qunsetenv("PLUMBLINE_REDUCED_MOTION");
        QVERIFY(m_falling->drop({fallTo({300, 200})}, m_theme));
    }

    void theMouseGoesThrough() {
        QVERIFY(m_falling->drop({fallTo({300, 200})}, m_theme));
        QCOMPARE(m_page->childAt(300, 200), nullptr);
    }
};

QTEST_MAIN(TestFallingCounts)
#include "tst_falling_counts.moc"
