#include "tests/support/sample_lab.h"
#include "ui/controls/choice_controls.h"
#include "ui/controls/combo_box.h"
#include "ui/controls/number_box.h"
#include "ui/controls/number_control.h"
#include "ui/controls/number_text.h"
#include "ui/controls/parameter_panel.h"
#include "ui/controls/slider.h"
#include "ui/controls/switch.h"
#include "ui/controls/text_controls.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;

class TestParameterPanel : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    std::unique_ptr<ParameterPanel> m_panel;
    std::vector<Parameters> m_changes;

    template <typename Control>
    Control* control(const char* name) {
        return qobject_cast<Control*>(m_panel->control(name));
    }

    static void type(QLineEdit* edit, const QString& text) {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    QLineEdit* editOf(const char* name) {
        return control<NumberControl>(name)->box()->findChild<QLineEdit*>();
    }

  private slots:
    void init() {
        m_panel = std::make_unique<ParameterPanel>(m_lab.description().parameters);
        m_panel->resize(260, 700);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_changes.clear();
        connect(m_panel.get(), &ParameterPanel::parametersChanged, this,
                [this](const Parameters& parameters) { m_changes.push_back(parameters); });
    }

    void everySpecHasItsControlAtItsDefault() {
        for (const ParameterSpec& spec : m_lab.description().parameters)
            QVERIFY2(m_panel->control(spec.name), spec.name.c_str());
        QCOMPARE(m_panel->parameters(), Parameters(m_lab.description().parameters));
        QCOMPARE(control<NumberControl>("p")->slider()->value(), 0.3);
        QCOMPARE(editOf("p")->text(), QStringLiteral("0.30"));
    }

    void typingAValueIsExact() {
        type(editOf("p"), QStringLiteral("0.123456"));
        QTest::keyClick(editOf("p"), Qt::Key_Return);
        QCOMPARE(m_changes.size(), std::size_t{1});
        QCOMPARE(m_panel->parameters().real("p"), 0.123456);
        QCOMPARE(m_changes.back().real("p"), 0.123456);
        QCOMPARE(control<NumberControl>("p")->slider()->value(), 0.123456);
    }

    void typedTextCountsOnceItIsConfirmed() {
        type(editOf("p"), QStringLiteral("0.5"));
        QVERIFY(m_changes.empty());
        QCOMPARE(m_panel->parameters().real("p"), 0.3);
        QCOMPARE(control<NumberControl>("p")->slider()->value(), 0.3);
        QTest::keyClick(control<NumberControl>("p")->box(), Qt::Key_Tab);
        QCOMPARE(m_changes.size(), std::size_t{1});
        QCOMPARE(m_panel->parameters().real("p"), 0.5);
        QCOMPARE(editOf("p")->text(), QStringLiteral("0.50"));
    }

    void goingWithTextThatIsNotConfirmedIsSafe() {
        type(editOf("p"), QStringLiteral("0.5"));
        m_panel.reset();
        QVERIFY(m_changes.empty());
    }

    void escapeBringsTheValueInUseBack() {
        type(editOf("p"), QStringLiteral("1.5"));
        QTest::keyClick(editOf("p"), Qt::Key_Return);
        QTest::keyClick(editOf("p"), Qt::Key_Escape);
        QCOMPARE(editOf("p")->text(), QStringLiteral("0.30"));
        QVERIFY(m_panel->control("p")->problem().isEmpty());
        QVERIFY(m_changes.empty());
    }

    void largeNumbersReadWithAndWithoutSeparators_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QStringLiteral("1000000");
        QTest::newRow("commas") << QStringLiteral("1,000,000");
        QTest::newRow("exponent") << QStringLiteral("1e6");
    }
    void largeNumbersReadWithAndWithoutSeparators() {
        QFETCH(QString, text);
        type(editOf("units"), text);
        QTest::keyClick(editOf("units"), Qt::Key_Return);
        QCOMPARE(m_panel->parameters().integer("units"), std::int64_t{1000000});
        QCOMPARE(editOf("units")->text(), QStringLiteral("1,000,000"));
    }

    void invalidTextIsExplainedAndKept() {
        type(editOf("p"), QStringLiteral("1.5"));
        QTest::keyClick(editOf("p"), Qt::Key_Return);
        const QString problem = m_panel->control("p")->problem();
        QVERIFY2(problem.contains(QStringLiteral("p must lie in [0, 1], got 1.5")),
                 qPrintable(problem));
        const auto* label = m_panel->control("p")->findChild<QLabel*>(QStringLiteral("problem"));
        QVERIFY(label->isVisible());
        QCOMPARE(label->text(), problem);
        QCOMPARE(editOf("p")->text(), QStringLiteral("1.5"));
        QVERIFY2(problem.endsWith(QStringLiteral("; 0.30 stays in use")), qPrintable(problem));
        QCOMPARE(m_panel->parameters().real("p"), 0.3);
        QVERIFY(m_changes.empty());
    }

    void lettersAreExplainedWithoutBeingConfirmed() {
        type(editOf("p"), QStringLiteral("abc"));
        QVERIFY(m_panel->control("p")->problem().isEmpty());
        QTRY_VERIFY(!m_panel->control("p")->problem().isEmpty());
        QCOMPARE(editOf("p")->text(), QStringLiteral("abc"));
        QCOMPARE(m_panel->parameters().real("p"), 0.3);
        QVERIFY(m_changes.empty());
        type(editOf("p"), QStringLiteral("0.4"));
        QVERIFY(m_panel->control("p")->problem().isEmpty());
        QVERIFY(!m_panel->control("p")->findChild<QLabel*>(QStringLiteral("problem"))->isVisible());
    }

    void aLongWrongValueWidensNothing_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("digits") << QString(60, u'9');
        QTest::newRow("wide letters") << QString(400, u'W');
    }
    void aLongWrongValueWidensNothing() {
        QFETCH(QString, text);
        const int width = m_panel->minimumSizeHint().width();
        type(editOf("p"), text);
        QTest::keyClick(editOf("p"), Qt::Key_Return);
        QVERIFY(!m_panel->control("p")->problem().isEmpty());
        QCOMPARE(m_panel->minimumSizeHint().width(), width);
    }

    void leavingTheBoxExplainsToo() {
        type(editOf("units"), QStringLiteral("2.5"));
        control<NumberControl>("p")->slider()->setFocus();
        QVERIFY(!m_panel->control("units")->problem().isEmpty());
        QCOMPARE(editOf("units")->text(), QStringLiteral("2.5"));
    }

    void arrowsInTheBoxStep() {
        editOf("p")->setFocus();
        QTest::keyClick(control<NumberControl>("p")->box(), Qt::Key_Up);
        QCOMPARE(m_panel->parameters().real("p"), 0.31);
        QTest::keyClick(control<NumberControl>("p")->box(), Qt::Key_PageUp);
        QCOMPARE(m_panel->parameters().real("p"), 0.41);
        QCOMPARE(editOf("p")->text(), QStringLiteral("0.41"));
    }

    void aStepStartsFromWhatWasTyped() {
        type(editOf("p"), QStringLiteral("0.5"));
        QTest::keyClick(control<NumberControl>("p")->box(), Qt::Key_Up);
        QCOMPARE(m_changes.size(), std::size_t{1});
        QCOMPARE(m_panel->parameters().real("p"), 0.51);
        type(editOf("p"), QStringLiteral("junk"));
        QTest::keyClick(control<NumberControl>("p")->box(), Qt::Key_Up);
        QCOMPARE(m_panel->parameters().real("p"), 0.52);
        QVERIFY(m_panel->control("p")->problem().isEmpty());
    }

    void theLastValueOfAFastDragIsNotLost() {
        Slider* slider = control<NumberControl>("p")->slider();
        const int y = slider->height() / 2;
        QTest::mousePress(slider, Qt::LeftButton, {}, slider->handleCentre());
        for (int x = 10; x < slider->width(); x += 3)
            QTest::mouseMove(slider, QPoint(x, y));
        QTest::mouseMove(slider, QPoint(slider->width() / 4, y));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() / 4, y));
        QVERIFY(m_changes.size() > 20);
        QCOMPARE(m_changes.back().real("p"), slider->value());
        QCOMPARE(m_panel->parameters().real("p"), slider->value());
        QVERIFY(std::abs(slider->value() - 0.25) < 0.05);
    }

    void aChoiceDisablesWhatDoesNotApplyAndSaysWhy() {
        ParameterControl* rate = m_panel->control("rate");
        QVERIFY(!rate->isEnabled());
        QVERIFY(rate->isVisible());
        QCOMPARE(rate->toolTip(), QStringLiteral("the number of units is fixed"));
        ComboBox* combo = control<ChoiceControl>("kind")->combo();
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(m_panel->parameters().text("kind"), std::string("poisson"));
        QVERIFY(rate->isEnabled());
        QVERIFY(rate->toolTip() != QStringLiteral("the number of units is fixed"));
    }

    void aToggleSwitchesByMouseAndByKey() {
        Switch* toggle = control<ToggleControl>("relu")->toggle();
        QTest::mouseClick(toggle, Qt::LeftButton);
        QCOMPARE(m_panel->parameters().toggle("relu"), false);
        QTest::keyClick(toggle, Qt::Key_Space);
        QCOMPARE(m_panel->parameters().toggle("relu"), true);
        QCOMPARE(m_changes.size(), std::size_t{2});
    }

    void vectorsAreReadAsTheyAreTyped() {
        QLineEdit* edit = control<TextControl>("weights")->edit();
        type(edit, QStringLiteral("4,5"));
        QCOMPARE(m_panel->parameters().vector("weights"), (std::vector<double>{4, 5}));
        type(edit, QStringLiteral("4,x"));
        QVERIFY(!m_panel->control("weights")->problem().isEmpty());
        QCOMPARE(edit->text(), QStringLiteral("4,x"));
        type(edit, QStringLiteral("11"));
        QVERIFY(m_panel->control("weights")->problem().contains(QStringLiteral("11")));
    }

    void rulesOfSeveralParametersAreShownAtTheOneTheyName() {
        m_panel->showProblems({{"p", "p is too large for units"}});
        QCOMPARE(m_panel->control("p")->problem(), QStringLiteral("p is too large for units"));
        QVERIFY(m_panel->control("units")->problem().isEmpty());
        m_panel->showProblems({});
        QVERIFY(m_panel->control("p")->problem().isEmpty());
    }

    void settingParametersEmitsNothingAndClearsWhatWasTyped() {
        type(editOf("p"), QStringLiteral("junk"));
        QTest::keyClick(editOf("p"), Qt::Key_Return);
        Parameters parameters(m_lab.description().parameters);
        parameters.set("p", 0.75);
        m_changes.clear();
        m_panel->setParameters(parameters);
        QVERIFY(m_changes.empty());
        QCOMPARE(editOf("p")->text(), QStringLiteral("0.75"));
        QVERIFY(m_panel->control("p")->problem().isEmpty());
    }

    void everyEditorHasAnAccessibleName() {
        const auto* rate = control<NumberControl>("rate");
        QCOMPARE(rate->slider()->accessibleName(), QStringLiteral("λ, Poisson rate (random M)"));
        QCOMPARE(rate->box()->accessibleName(), rate->slider()->accessibleName());
        QCOMPARE(control<ChoiceControl>("kind")->combo()->accessibleName(),
                 QStringLiteral("kind of layer"));
        QCOMPARE(control<ToggleControl>("relu")->toggle()->accessibleName(),
                 QStringLiteral("rectify the output"));
    }

    void numbersAreWrittenForPeople() {
        QCOMPARE(valueText(0.3, 2), QStringLiteral("0.30"));
        QCOMPARE(valueText(0.123456, 2), QStringLiteral("0.123456"));
        QCOMPARE(valueText(-1234567.5), QStringLiteral("−1,234,567.5"));
        QCOMPARE(valueText(1e-5), QStringLiteral("1e−5"));
        QCOMPARE(valueText(1e9), QStringLiteral("1,000,000,000"));
        QCOMPARE(rateText(5.12e6), QStringLiteral("5.1 M"));
        QCOMPARE(ungrouped(QStringLiteral(" −1,000 ")), QStringLiteral("-1000"));
        QCOMPARE(ungrouped(QStringLiteral("1,00")), QStringLiteral("1,00"));
        QCOMPARE(decimalsOfStep(0.05), 2);
        QCOMPARE(decimalsOfStep(1), 0);
    }
};

QTEST_MAIN(TestParameterPanel)
#include "tst_parameter_panel.moc"
