#include "core/report/report_csv.h"

#include <QTest>

using namespace plumbline;

namespace {

Figure curves(const std::string& name) {
    Series series;
    series.name = name;
    series.role = SeriesRole::law;
    series.x = {1, 0.1};
    series.y = {2, 1e300};
    series.error = {0.5};
    Figure figure;
    figure.id = "curves";
    figure.content = Curves{{series}};
    return figure;
}

} // namespace

class TestReportCsv : public QObject {
    Q_OBJECT

  private slots:
    void aCurveHasARowAPoint() {
        QCOMPARE(figureTable(curves("law"), ','),
                 std::string("series,role,x,y,low,high,error,label\n"
                             "law,law,1,2,,,0.5,\n"
                             "law,law,0.1,1e300,,,,\n"));
    }

    void onlyWhatTheSeparatorCutsIsQuoted() {
        const std::string line = figureTable(curves("a, \"b\""), ',');
        QVERIFY2(line.find("\n\"a, \"\"b\"\"\",law,1,2,") != std::string::npos, line.c_str());
        const std::string tabs = figureTable(curves("a, b"), '\t');
        QVERIFY2(tabs.find("\na, b\tlaw\t1\t2\t") != std::string::npos, tabs.c_str());
        const std::string tabbed = figureTable(curves("a\tb"), '\t');
        QVERIFY2(tabbed.find("\n\"a\tb\"\tlaw") != std::string::npos, tabbed.c_str());
    }

    void aMatrixHasARowACellAndItsTwinFollows() {
        Heatmap heatmap;
        heatmap.matrix = {1, 2, {0.5, -1}};
        heatmap.twin = Matrix{1, 1, {3}};
        Figure figure;
        figure.content = heatmap;
        QCOMPARE(figureTable(figure, ','), std::string("matrix,row,column,value\n"
                                                       "matrix,0,0,0.5\n"
                                                       "matrix,0,1,-1\n"
                                                       "twin,0,0,3\n"));
    }

    void aFlowHasARowAnEdge() {
        Figure figure;
        figure.content = FlowGraph{{{"x", "x", {}}, {"y", "y", {}}}, {{"x", "y", 2, "W"}}};
        QCOMPARE(figureTable(figure, ','), std::string("from,to,value\nx,y,2\n"));
    }
};

QTEST_APPLESS_MAIN(TestReportCsv)
#include "tst_report_csv.moc"
