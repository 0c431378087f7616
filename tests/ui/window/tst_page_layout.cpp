#include "ui/window/page_layout.h"

#include <QTest>

using namespace plumbline;

class TestPageLayout : public QObject {
    Q_OBJECT

  private slots:
    void nothingOverlapsOrLeavesThePage_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("figures");
        const QSize sizes[] = {{820, 728}, {1460, 1008}, {1240, 700}, {466, 328},
                               {700, 640}, {3300, 2000}, {300, 200}};
        for (const QSize size : sizes) {
            for (int figures = 0; figures <= 7; ++figures)
                QTest::addRow("%dx%d with %d", size.width(), size.height(), figures)
                    << size << figures;
        }
    }
    void nothingOverlapsOrLeavesThePage() {
        QFETCH(QSize, size);
        QFETCH(int, figures);
        const PageLayout layout = layOutPage(size, {figures, 20, 30, 160});
        QCOMPARE(layout.figures.size(), static_cast<std::size_t>(figures));
        std::vector<QRect> all = layout.figures;
        all.insert(all.end(), {layout.heading, layout.banner, layout.table});
        const QRect page(0, 0, size.width(), layout.height);
        for (std::size_t i = 0; i < all.size(); ++i) {
            QVERIFY(page.contains(all[i]));
            QVERIFY(all[i].width() > 0 && all[i].height() > 0);
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!all[i].intersects(all[j]));
        }
        for (const QRect& figure : layout.figures)
            QVERIFY(figure.height() >= 180);
    }

    void whatFitsFillsThePageExactly() {
        for (const QSize size : {QSize(820, 728), QSize(1460, 1008)}) {
            const PageLayout layout = layOutPage(size, {3, 0, 0, 160});
            QCOMPARE(layout.height, size.height());
        }
    }

    void secondaryFiguresStandBeneathBesideOrStacked() {
        const auto beneath = layOutPage({820, 728}, {3, 0, 0, 160}).figures;
        QCOMPARE(beneath[1].top(), beneath[2].top());
        QVERIFY(beneath[1].top() > beneath[0].bottom());
        const auto beside = layOutPage({1460, 1008}, {3, 0, 0, 160}).figures;
        QVERIFY(beside[1].left() > beside[0].right());
        QCOMPARE(beside[1].left(), beside[2].left());
        QCOMPARE(beside[2].bottom(), beside[0].bottom());
        const auto stacked = layOutPage({460, 900}, {3, 0, 0, 160}).figures;
        QCOMPARE(stacked[1].left(), stacked[2].left());
        QVERIFY(stacked[2].top() > stacked[1].bottom());
        QCOMPARE(stacked[1].width(), stacked[0].width());
    }

    void theMainFigureIsTheLargest() {
        for (const int width : {466, 820, 1240, 1900}) {
            const auto figures = layOutPage({width, 800}, {4, 0, 0, 160}).figures;
            const auto area = [](const QRect& cell) { return cell.width() * cell.height(); };
            for (std::size_t i = 1; i < figures.size(); ++i)
                QVERIFY(area(figures[0]) > area(figures[i]));
        }
    }
};

QTEST_GUILESS_MAIN(TestPageLayout)
#include "tst_page_layout.moc"
