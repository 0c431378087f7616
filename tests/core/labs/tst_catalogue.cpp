#include "core/lab/scene.h"
#include "core/labs/catalogue.h"
#include "core/report/report_csv.h"
#include "core/report/report_json.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <chrono>
#include <cmath>
#include <set>
#include <thread>

using namespace plumbline;

namespace {

constexpr std::int64_t kTrials = 3000;

std::string reportBytes(const Lab& lab, const Parameters& parameters, std::int64_t trials,
                        unsigned threads, std::int64_t chunk) {
    const auto run = lab.start(parameters, 5, trials);
    for (std::int64_t target = std::min(chunk, trials); run->trials() < trials;
         target = std::min(target + chunk, trials))
        run->advance(target, {.stop = {}, .threads = threads, .deadline = {}, .progress = {}});
    return reportJson(run->report(Detail::complete), {.seconds = 0, .threads = 1});
}

void addLabs() {
    QTest::addColumn<QString>("id");
    for (const Lab* lab : catalogue())
        QTest::newRow(lab->description().id.c_str())
            << QString::fromStdString(lab->description().id);
}

const Lab& fetchedLab() {
    QFETCH(QString, id);
    return *findLab(id.toStdString());
}

bool allFinite(const std::vector<double>& values) {
    return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

} // namespace

/// What every lab owes, asked of each in the catalogue without naming it.
class TestCatalogue : public QObject {
    Q_OBJECT

  private slots:
    void idsAreUnique();
    void defaultsAndPresetsValidate_data() { addLabs(); }
    void defaultsAndPresetsValidate();
    void sameSeedSameBytesWhateverThreadsAndChunks_data() { addLabs(); }
    void sameSeedSameBytesWhateverThreadsAndChunks();
    void anotherSeedGivesOtherNumbers_data() { addLabs(); }
    void anotherSeedGivesOtherNumbers();
    void everythingIsFinite_data() { addLabs(); }
    void everythingIsFinite();
    void reportsHoldWhatTheDescriptionPromises_data() { addLabs(); }
    void reportsHoldWhatTheDescriptionPromises();
    void everyFigureIsToldInNumbersAndWords_data() { addLabs(); }
    void everyFigureIsToldInNumbersAndWords();
    void aStopEndsARunWithinAChunk_data() { addLabs(); }
    void aStopEndsARunWithinAChunk();
    void aReportWithoutTrialsShowsTheTheory_data() { addLabs(); }
    void aReportWithoutTrialsShowsTheTheory();
    void shownTrialsStandInForFiguresOfTheReport_data() { addLabs(); }
    void shownTrialsStandInForFiguresOfTheReport();
    void jsonRoundTripsEveryNumber_data() { addLabs(); }
    void jsonRoundTripsEveryNumber();
    void csvHasAFileForEachArrayAndFigure_data() { addLabs(); }
    void csvHasAFileForEachArrayAndFigure();
};

void TestCatalogue::idsAreUnique() {
    std::set<std::string> ids;
    for (const Lab* lab : catalogue()) {
        QVERIFY(ids.insert(lab->description().id).second);
        QCOMPARE(findLab(lab->description().id), lab);
    }
    QCOMPARE(findLab("no such lab"), nullptr);
}

void TestCatalogue::defaultsAndPresetsValidate() {
    const Lab& lab = fetchedLab();
    const auto& description = lab.description();
    QVERIFY(validate(lab, Parameters(description.parameters), description.defaultTrials).empty());
    for (const auto& preset : description.presets)
        QVERIFY2(validate(lab, presetParameters(description, preset),
                          preset.trials.value_or(description.defaultTrials))
                     .empty(),
                 preset.id.c_str());
}

void TestCatalogue::sameSeedSameBytesWhateverThreadsAndChunks() {
    const Lab& lab = fetchedLab();
    const auto& description = lab.description();
    std::vector<Parameters> all = {Parameters(description.parameters)};
    for (const auto& preset : description.presets)
        all.push_back(presetParameters(description, preset));
    for (const auto& parameters : all) {
        const auto whole = reportBytes(lab, parameters, kTrials, 1, kTrials);
        QCOMPARE(reportBytes(lab, parameters, kTrials, 4, kTrials), whole);
        QCOMPARE(reportBytes(lab, parameters, kTrials, 3, 701), whole);
        QCOMPARE(reportBytes(lab, parameters, kTrials, 1, 97), whole);
    }
}

void TestCatalogue::anotherSeedGivesOtherNumbers() {
    const Lab& lab = fetchedLab();
    const auto arraysOf = [&](std::uint64_t seed) {
        const auto run = lab.start(Parameters(lab.description().parameters), seed, kTrials);
        run->advance(kTrials, {});
        return run->report(Detail::complete).arrays;
    };
    QVERIFY(arraysOf(1) == arraysOf(1));
    QVERIFY(arraysOf(1) != arraysOf(2));
}

void TestCatalogue::everythingIsFinite() {
    const Lab& lab = fetchedLab();
    const auto run = lab.start(Parameters(lab.description().parameters), 1, kTrials);
    run->advance(kTrials, {});
    const Report report = run->report(Detail::complete);
    for (const auto& array : report.arrays)
        QVERIFY2(allFinite(array.values), array.name.c_str());
    for (const auto& figure : report.figures)
        for (const Series* series : seriesOf(figure))
            for (const auto* column :
                 {&series->x, &series->y, &series->low, &series->high, &series->error}) {
                QVERIFY2(allFinite(*column), (figure.id + ", " + series->name).c_str());
                QVERIFY(column->empty() || column->size() == series->x.size());
            }
    for (const auto& verdict : report.verdicts)
        for (const auto& value : {verdict.measured, verdict.expected, verdict.tolerance,
                                  verdict.standardError, verdict.pValue})
            QVERIFY2(!value || std::isfinite(*value), verdict.id.c_str());
}

void TestCatalogue::reportsHoldWhatTheDescriptionPromises() {
    const Lab& lab = fetchedLab();
    const auto& description = lab.description();
    std::set<std::string> seen;
    const auto look = [&](const Parameters& parameters) {
        const auto run = lab.start(parameters, 1, 100);
        run->advance(100, {});
        const Report report = run->report(Detail::complete);
        for (const auto& array : report.arrays)
            seen.insert("array " + array.name);
        for (const auto& figure : report.figures)
            seen.insert("figure " + figure.id + " " + kindName(figure.content));
        for (const auto& verdict : report.verdicts)
            seen.insert("verdict " + verdict.id);
    };
    look(Parameters(description.parameters));
    for (const auto& preset : description.presets)
        look(presetParameters(description, preset));
    std::set<std::string> promised;
    for (const auto& array : description.arrays)
        promised.insert("array " + array.name);
    for (const auto& figure : description.figures)
        promised.insert("figure " + figure.id + " " + figure.kind);
    for (const auto& verdict : description.verdicts)
        promised.insert("verdict " + verdict.id);
    QVERIFY(seen == promised);
}

void TestCatalogue::everyFigureIsToldInNumbersAndWords() {
    const Lab& lab = fetchedLab();
    const auto look = [&](const Parameters& parameters) {
        const auto run = lab.start(parameters, 1, kTrials);
        run->advance(kTrials, {});
        for (const Figure& figure : run->report(Detail::figures).figures) {
            QVERIFY2(figure.summary.find_first_of("0123456789") != figure.summary.npos,
                     figure.id.c_str());
            QVERIFY2(!figure.summaryWithoutLaw.empty(), figure.id.c_str());
            QVERIFY2(
                std::ranges::all_of(figure.summary, [](char c) { return c >= ' ' && c < 127; }),
                figure.summary.c_str());
            QVERIFY2(figure.summary.find_first_of("+=<>%*^") == figure.summary.npos,
                     figure.summary.c_str());
        }
    };
    look(Parameters(lab.description().parameters));
    for (const auto& preset : lab.description().presets)
        look(presetParameters(lab.description(), preset));
}

void TestCatalogue::aStopEndsARunWithinAChunk() {
    const Lab& lab = fetchedLab();
    std::stop_source source;
    const auto run = lab.start(Parameters(lab.description().parameters), 1, kMaximumTrials);
    std::chrono::steady_clock::time_point stopped;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        stopped = std::chrono::steady_clock::now();
        source.request_stop();
    });
    run->advance(kMaximumTrials,
                 {.stop = source.get_token(), .threads = 2, .deadline = {}, .progress = {}});
    stopper.join();
    const auto latency = std::chrono::steady_clock::now() - stopped;
    // A chunk takes some 10 ms; ten times that leaves room for a sanitizer on a busy machine.
    QVERIFY(latency < std::chrono::milliseconds(500));
    QVERIFY(run->report(Detail::complete).trials == run->trials());
}

void TestCatalogue::aReportWithoutTrialsShowsTheTheory() {
    const Lab& lab = fetchedLab();
    const auto run = lab.start(Parameters(lab.description().parameters), 1, kTrials);
    const Report report = run->report(Detail::complete);
    QCOMPARE(report.trials, std::int64_t{0});
    QVERIFY(!report.figures.empty());
    for (const auto& verdict : report.verdicts) {
        QVERIFY(!verdict.agrees());
        const auto described =
            std::ranges::find(lab.description().verdicts, verdict.id, &VerdictDescription::id);
        QVERIFY(described != lab.description().verdicts.end());
        QVERIFY2(std::ranges::count(described->undeterminedWhen, verdict.undetermined) == 1,
                 verdict.undetermined.c_str());
    }
    QVERIFY(!lab.explain(report).title.empty());
    const auto scene = parseScene(formatScene(reportScene(report)), catalogue());
    QVERIFY(scene.scene);
    QCOMPARE(scene.scene->trials, kTrials);
}

void TestCatalogue::shownTrialsStandInForFiguresOfTheReport() {
    const Lab& lab = fetchedLab();
    const auto run = lab.start(Parameters(lab.description().parameters), 1, kTrials);
    const Report report = run->report(Detail::figures);
    for (const std::int64_t trial : {0, 1, 99}) {
        const auto before = run->shownTrial(trial);
        QCOMPARE(before.has_value(), run->hiddenReason().empty());
        if (!before)
            continue;
        QVERIFY(std::holds_alternative<Histogram>(report.figure(before->targetFigure)->content));
        QVERIFY(std::isfinite(before->x) && !before->words.empty());
        QCOMPARE(before->trial, trial);
        if (before->figure)
            QCOMPARE(before->figure->content.index(),
                     report.figure(before->figure->id)->content.index());
        run->advance(trial + 1, {});
        QCOMPARE(run->shownTrial(trial)->x, before->x);
        QVERIFY(run->shownTrial(trial)->figure == before->figure);
    }
}

void TestCatalogue::jsonRoundTripsEveryNumber() {
    const Lab& lab = fetchedLab();
    const auto run = lab.start(Parameters(lab.description().parameters), 1, kTrials);
    run->advance(kTrials, {});
    const Report report = run->report(Detail::complete);
    const auto json = nlohmann::json::parse(reportJson(report, {}));
    for (const auto& array : report.arrays) {
        const auto& read = json["arrays"][array.name];
        QVERIFY(read["shape"].get<std::vector<std::size_t>>() == array.shape);
        QVERIFY(read["data"].get<std::vector<double>>() == array.values);
    }
    const auto reading = parseScene(json["scene"].get<std::string>(), catalogue());
    QVERIFY(reading.scene);
    QVERIFY(reading.scene->parameters == report.parameters);
}

void TestCatalogue::csvHasAFileForEachArrayAndFigure() {
    const Lab& lab = fetchedLab();
    const auto run = lab.start(Parameters(lab.description().parameters), 1, 100);
    run->advance(100, {});
    const Report report = run->report(Detail::complete);
    const auto files = reportCsv(report);
    QCOMPARE(files.size(), report.arrays.size() + report.figures.size());
    for (std::size_t i = 0; i < report.arrays.size(); ++i) {
        const auto lines = static_cast<std::size_t>(std::ranges::count(files[i].second, '\n'));
        QCOMPARE(lines, report.arrays[i].shape.front() + 1);
    }
}

QTEST_APPLESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
