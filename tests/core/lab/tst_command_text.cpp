#include "core/lab/command_text.h"
#include "core/labs/catalogue.h"

#include <QTest>

using namespace plumbline;

namespace {

const Lab& lab() {
    return *findLab("kept-units");
}

} // namespace

/// That a shell and the program understand it is the test of tests/app/tst_pictures.cpp.
class TestCommandText : public QObject {
    Q_OBJECT

  private slots:
    void aDefaultSceneNeedsNoOption() {
        QCOMPARE(commandLineOf(defaultScene(lab()), lab()),
                 std::string("plumbline run kept-units"));
    }

    void whatDiffersIsNamed() {
        Scene scene = defaultScene(lab());
        scene.parameters.set("p", 0.3);
        scene.parameters.set("M", std::int64_t{1000});
        scene.seed = 7;
        scene.trials = 20'000;
        QCOMPARE(commandLineOf(scene, lab()),
                 std::string("plumbline run kept-units --set p=0.3 --set M=1000 --seed 7 "
                             "--trials 20000"));
    }

    void howItIsLookedAtIsAQuotedScene() {
        Scene scene = defaultScene(lab());
        scene.view.theme = ThemeChoice::dark;
        scene.view.set("kept-units", {.x = AxisRange{40, 60}, .y = {}, .hidden = {}});
        QCOMPARE(commandLineOf(scene, lab()),
                 std::string("plumbline run kept-units --scene "
                             "'plumbline:kept-units?v=1&view.theme=dark&view.x.kept-units=40,60'"));
    }

    void aLightThemeIsNotWorthASceneOfItsOwn() {
        Scene scene = defaultScene(lab());
        scene.view.theme = ThemeChoice::light;
        QCOMPARE(commandLineOf(scene, lab()), std::string("plumbline run kept-units"));
    }
};

QTEST_APPLESS_MAIN(TestCommandText)
#include "tst_command_text.moc"
