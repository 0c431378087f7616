#include "core/lab/view_settings.h"

#include <QTest>

using namespace plumbline;

namespace {

const std::vector<std::string> kFigures{"main", "side"};

ViewReading taken(const std::string& key, const std::string& value, ViewSettings& view) {
    return std::get<ViewReading>(readViewEntry(key, value, kFigures, view));
}

} // namespace

class TestViewSettings : public QObject {
    Q_OBJECT

  private slots:
    void defaultsWriteNothing() { QVERIFY(viewEntries({}).empty()); }

    void everythingReadsBack() {
        ViewSettings view;
        view.theme = ThemeChoice::light;
        view.axes = AxesMode::theory;
        view.figure = "side";
        view.set("main", {.x = AxisRange{0.1, 1e12}, .y = AxisRange{-1, 1}, .hidden = {}});
        view.set("side", {.x = {}, .y = {}, .hidden = {"law-2", "band"}});
        view.predicting = true;
        view.guess = {{-1, 0}, {0.25, 1e-9}};
        view.answer = "sqrt-n";
        ViewSettings read;
        for (const auto& [key, value] : viewEntries(view))
            QCOMPARE(taken(key, value, read), ViewReading::taken);
        QVERIFY(read == view);
    }

    void settingsThatAreDefaultAreForgotten() {
        ViewSettings view;
        view.set("main", {.x = AxisRange{0, 1}, .y = {}, .hidden = {}});
        view.set("main", {});
        QVERIFY(view == ViewSettings());
    }

    void aRefusedValueChangesNothing() {
        ViewSettings view;
        view.set("main", {.x = AxisRange{0, 1}, .y = {}, .hidden = {"law"}});
        const ViewSettings before = view;
        for (const auto& [key, value] : std::vector<std::pair<std::string, std::string>>{
                 {"x.main", "3,nan"},   {"x.main", "1,1"},     {"x.main", "1,2,3"},
                 {"y.main", ""},        {"y.main", "-1e308,1e308"}, {"x.none", "1,2"},
                 {"hide.main", "a b"},  {"theme", "Dark"},     {"axes", ""},
                 {"figure", "none"},    {"predict", "yes"},    {"guess", "1,2,1,3"},
                 {"answer", "<b>"}}) {
            const auto outcome = readViewEntry(key, value, kFigures, view);
            const auto* problem = std::get_if<Problem>(&outcome);
            QVERIFY2(problem, key.c_str());
            QVERIFY2(problem->message.starts_with("view." + key), problem->message.c_str());
            QVERIFY(view == before);
        }
    }

    void unknownKeysAreLeftToTheCaller() {
        ViewSettings view;
        for (const char* key : {"", "colour", "x", "x.", "z.main", "hidden.main"})
            QCOMPARE(taken(key, "1,2", view), ViewReading::unknownKey);
        QVERIFY(view == ViewSettings());
    }
};

QTEST_APPLESS_MAIN(TestViewSettings)
#include "tst_view_settings.moc"
