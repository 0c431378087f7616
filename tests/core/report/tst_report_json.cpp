#include "core/report/report_csv.h"
#include "core/report/report_json.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

using namespace plumbline;

namespace {

using Json = nlohmann::json;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Figure figureOf(std::string id, FigureContent content) {
    return {.id = std::move(id),
            .title = "A title, with a comma",
            .caption = "caption",
            .summary = {},
            .x = {.label = "N", .unit = {}, .scale = AxisScale::logarithmic, .low = {}, .high = {}},
            .y = {.label = "y", .unit = "s", .low = {}, .high = {}},
            .content = std::move(content)};
}

Series pointsWithErrors() {
    return {.name = "a \"quoted\" name",
            .role = SeriesRole::alternative,
            .x = {1, 2},
            .y = {0.1, std::nan("")},
            .low = {},
            .high = {},
            .error = {0.5, 0.25},
            .labels = {"first", "second"}};
}

Report everyKind() {
    Report report;
    report.lab = "sample";
    report.seed = 9007199254740992; // 2^53
    report.trials = 1'000'000'000'000;
    report.arrays = {{"matrix", {2, 2}, {1, 0.1, -kInfinity, std::nan("")}}, {"empty", {0}, {}}};
    report.figures.push_back(figureOf("curves", Curves{{pointsWithErrors()}}));
    Heatmap heatmap;
    heatmap.matrix = {.rows = 1, .columns = 2, .values = {1, std::nan("")}};
    heatmap.twin = Matrix{.rows = 1, .columns = 2, .values = {3, 4}};
    heatmap.rowLabels = {"r"};
    report.figures.push_back(figureOf("heatmap", heatmap));
    report.figures.push_back(
        figureOf("flow", FlowGraph{.nodes = {{"Y", "input", {}}, {"m", "mean", 2.5}},
                                   .edges = {{"Y", "m", -1, {}}}}));
    report.verdicts.push_back({.id = "undecided",
                               .title = {},
                               .kind = VerdictKind::comparison,
                               .measured = kInfinity,
                               .standardError = {},
                               .expected = {},
                               .tolerance = {},
                               .pValue = 0.25,
                               .undetermined = "for a reason",
                               .source = "source",
                               .note = "not shown"});
    return report;
}

Json parsed(const Report& report) {
    return Json::parse(reportJson(report, {.seconds = 0.5, .threads = 2}));
}

std::string csvNamed(const Report& report, const std::string& name) {
    for (const auto& [file, content] : reportCsv(report))
        if (file == name)
            return content;
    return "no such file";
}

} // namespace

class TestReportJson : public QObject {
    Q_OBJECT

  private slots:
    void numbersThatAreNotFiniteAreStrings();
    void largeIntegersAreExact();
    void everyKeyIsPresentWhateverTheKind();
    void heatmapsCarryTheirMatrixAndTwin();
    void flowsCarryNodesAndEdges();
    void undeterminedVerdictsGiveTheReason();
    void textThatIsNoUtf8IsReplaced();
    void csvQuotesAndKeepsColumns();
};

void TestReportJson::numbersThatAreNotFiniteAreStrings() {
    const auto data = parsed(everyKind())["arrays"]["matrix"]["data"];
    QCOMPARE(data[0].get<double>(), 1.0);
    QCOMPARE(data[1].get<double>(), 0.1);
    QCOMPARE(data[2].get<std::string>(), std::string("-Infinity"));
    QCOMPARE(data[3].get<std::string>(), std::string("NaN"));
    QCOMPARE(parsed(everyKind())["verdicts"][0]["measured"].get<std::string>(),
             std::string("Infinity"));
}

void TestReportJson::largeIntegersAreExact() {
    const auto json = parsed(everyKind());
    QCOMPARE(json["seed"].dump(), std::string("9007199254740992"));
    QCOMPARE(json["trials"].dump(), std::string("1000000000000"));
}

void TestReportJson::everyKeyIsPresentWhateverTheKind() {
    const auto json = parsed(everyKind());
    for (const auto& figure : json["figures"]) {
        for (const char* key :
             {"id", "kind", "title", "caption", "x", "y", "series", "matrix", "nodes", "edges"})
            QVERIFY2(figure.contains(key), key);
        QVERIFY(figure["series"].is_array());
    }
    QCOMPARE(json["figures"][0]["x"]["scale"].get<std::string>(), std::string("log"));
    QVERIFY(json["figures"][0]["matrix"].is_null() && json["figures"][0]["nodes"].is_null());
    const auto& series = json["figures"][0]["series"][0];
    QVERIFY(series["low"].is_null() && series["high"].is_null());
    QCOMPARE(series["error"].size(), std::size_t{2});
    QCOMPARE(series["role"].get<std::string>(), std::string("alternative"));
    QCOMPARE(json["arrays"]["empty"]["data"].dump(), std::string("[]"));
    QCOMPARE(json["run"].dump(), std::string(R"({"seconds":0.5,"threads":2})"));
}

void TestReportJson::heatmapsCarryTheirMatrixAndTwin() {
    const auto matrix = parsed(everyKind())["figures"][1]["matrix"];
    QCOMPARE(matrix["shape"].dump(), std::string("[1,2]"));
    QCOMPARE(matrix["data"].dump(), std::string(R"([1,"NaN"])"));
    QCOMPARE(matrix["rows"].dump(), std::string(R"(["r"])"));
    QVERIFY(matrix["columns"].is_null());
    QCOMPARE(matrix["twin"]["data"].dump(), std::string("[3,4]"));
}

void TestReportJson::flowsCarryNodesAndEdges() {
    const auto figure = parsed(everyKind())["figures"][2];
    QCOMPARE(figure["kind"].get<std::string>(), std::string("flow"));
    QVERIFY(figure["nodes"][0]["value"].is_null());
    QCOMPARE(figure["nodes"][1]["value"].get<double>(), 2.5);
    QCOMPARE(figure["edges"][0].dump(), std::string(R"({"from":"Y","to":"m","value":-1})"));
}

void TestReportJson::undeterminedVerdictsGiveTheReason() {
    const auto verdict = parsed(everyKind())["verdicts"][0];
    QVERIFY(verdict["agrees"].is_null());
    QCOMPARE(verdict["note"].get<std::string>(), std::string("for a reason"));
    QCOMPARE(verdict["kind"].get<std::string>(), std::string("comparison"));
    QCOMPARE(verdict["p_value"].get<double>(), 0.25);
}

void TestReportJson::textThatIsNoUtf8IsReplaced() {
    auto report = everyKind();
    report.figures[0].title = "broken \xff text";
    QVERIFY(parsed(report)["figures"][0]["title"].get<std::string>().starts_with("broken "));
}

void TestReportJson::csvQuotesAndKeepsColumns() {
    const auto report = everyKind();
    QCOMPARE(csvNamed(report, "matrix.csv"), std::string("matrix_0,matrix_1\n1,0.1\n-inf,nan\n"));
    QCOMPARE(csvNamed(report, "empty.csv"), std::string("empty\n"));
    QCOMPARE(csvNamed(report, "figure-curves.csv"),
             std::string("series,role,x,y,low,high,error,label\n"
                         "\"a \"\"quoted\"\" name\",alternative,1,0.1,,,0.5,first\n"
                         "\"a \"\"quoted\"\" name\",alternative,2,nan,,,0.25,second\n"));
    QCOMPARE(csvNamed(report, "figure-heatmap.csv"),
             std::string("matrix,row,column,value\nmatrix,0,0,1\nmatrix,0,1,nan\ntwin,0,0,3\n"
                         "twin,0,1,4\n"));
    QCOMPARE(csvNamed(report, "figure-flow.csv"), std::string("from,to,value\nY,m,-1\n"));
}

QTEST_APPLESS_MAIN(TestReportJson)
#include "tst_report_json.moc"
