#include "ui/window/lab_panel.h"

#include "core/report/judged_guess.h"
#include "ui/controls/explanation_panel.h"
#include "ui/controls/parameter_panel.h"
#include "ui/controls/run_panel.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QPushButton>
#include <QRandomGenerator>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace plumbline {
namespace {

constexpr quint32 kSeeds = 1'000'000; ///< few enough digits to be read aloud

std::int64_t trialsOf(const LabDescription& lab, const Preset& preset) {
    return preset.trials.value_or(lab.defaultTrials);
}

} // namespace

LabPanel::LabPanel(const Lab& lab, QWidget* parent)
    : QWidget(parent), m_lab(lab), m_scene(defaultScene(lab)) {
    buildControls();
    connectSignals();
    setScene(m_scene);
}

void LabPanel::buildControls() {
    m_parameters = new ParameterPanel(m_lab.description().parameters);
    m_run = new RunPanel(m_lab.description().presets);
    m_explanation = new ExplanationPanel;
    m_resetAll = new QPushButton(tr("Reset all"));
    m_resetAll->setProperty("quiet", true);
    m_resetAll->setFocusPolicy(Qt::TabFocus);
    m_resetAll->setToolTip(tr("Parameters and trials to their defaults"));
    auto* rule = new QFrame;
    rule->setObjectName(QStringLiteral("rule"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kLarge);
    column->setSpacing(spacing::kSmall);
    column->addWidget(m_parameters);
    column->addWidget(m_run);
    column->addWidget(m_resetAll, 0, Qt::AlignRight);
    column->addWidget(rule);
    column->addSpacing(spacing::kTiny);
    column->addWidget(m_explanation);
    column->addStretch();
}

void LabPanel::connectSignals() {
    connect(m_parameters, &ParameterPanel::parametersChanged, this, &LabPanel::takeParameters);
    connect(m_run, &RunPanel::trialsEdited, this, [this](qint64 trials) {
        Scene after = m_scene;
        after.trials = trials;
        edit(after);
        showPreset();
        if (m_valid)
            emit trialsChanged();
    });
    connect(m_run, &RunPanel::seedEdited, this, [this](quint64 seed) {
        Scene after = m_scene;
        after.seed = seed;
        edit(after);
        if (m_valid)
            emit restartRequested();
    });
    connect(m_run, &RunPanel::newSeedRequested, this, &LabPanel::takeNewSeed);
    connect(m_run, &RunPanel::replayRequested, this, [this] {
        if (m_valid)
            emit restartRequested();
    });
    connect(m_run, &RunPanel::presetChosen, this, &LabPanel::takePreset);
    connect(m_explanation, &ExplanationPanel::presetChosen, this, &LabPanel::takePreset);
    connect(m_explanation, &ExplanationPanel::valuesChosen, this, &LabPanel::takeValues);
    connect(m_explanation, &ExplanationPanel::viewEdited, this, &LabPanel::takePrediction);
    connect(m_parameters, &ParameterPanel::resetAllRequested, this, &LabPanel::resetAll);
    connect(m_resetAll, &QPushButton::clicked, this, &LabPanel::resetAll);
}

void LabPanel::edit(const Scene& after, const QString& step) {
    const Scene before = std::exchange(m_scene, after);
    showState();
    emit edited(before, step);
}

void LabPanel::setScene(const Scene& scene) {
    m_scene = scene;
    m_parameters->setParameters(scene.parameters);
    m_run->setTrials(scene.trials);
    m_run->setSeed(scene.seed);
    m_explanation->setView(scene.view);
    showPreset();
    showState();
}

void LabPanel::takeParameters(const Parameters& parameters) {
    Scene after = m_scene;
    after.parameters = parameters;
    m_run->setPreset({});
    edit(after);
    forgetGuess();
    if (m_valid)
        emit parametersChanged();
}

void LabPanel::takeValues(const std::vector<std::pair<std::string, ParameterValue>>& values) {
    Parameters parameters = m_scene.parameters;
    for (const auto& [name, value] : values)
        parameters.set(name, value);
    m_parameters->setParameters(parameters);
    takeParameters(parameters);
}

void LabPanel::setView(const ViewSettings& view) {
    m_scene.view = view;
    m_explanation->setView(view);
}

void LabPanel::takePrediction(const ViewSettings& view) {
    m_scene.view.predicting = view.predicting;
    m_scene.view.guess = view.guess;
    m_scene.view.answer = view.answer;
    emit viewEdited(m_scene.view);
}

/// Of other parameters: it would be no guess at these.
void LabPanel::forgetGuess() {
    if (m_scene.view.guess.empty() && m_scene.view.answer.empty())
        return;
    m_scene.view.guess.clear();
    m_scene.view.answer.clear();
    m_explanation->setView(m_scene.view);
    emit viewEdited(m_scene.view);
}

Scene LabPanel::validScene() const {
    Scene scene = m_lastValid;
    scene.view = m_scene.view;
    return scene;
}

void LabPanel::takeNewSeed() {
    const auto drawn = [] { return 1 + QRandomGenerator::global()->bounded(kSeeds - 1); };
    Scene after = m_scene;
    while (after.seed == m_scene.seed)
        after.seed = drawn();
    m_run->setSeed(after.seed);
    edit(after);
    if (m_valid)
        emit restartRequested();
}

/// To other values in one step; restarts.
void LabPanel::jumpTo(const Parameters& parameters, std::int64_t trials, const QString& step) {
    const Scene before = m_scene;
    Scene after = m_scene;
    after.parameters = parameters;
    after.trials = trials;
    setScene(after);
    emit edited(before, step);
    forgetGuess();
    if (m_valid)
        emit restartRequested();
}

void LabPanel::resetAll() {
    const LabDescription& lab = m_lab.description();
    jumpTo(Parameters(lab.parameters), lab.defaultTrials, tr("reset all"));
}

void LabPanel::takePreset(const QString& id) {
    const LabDescription& lab = m_lab.description();
    const auto preset = std::ranges::find(lab.presets, id.toStdString(), &Preset::id);
    if (preset == lab.presets.end())
        return;
    jumpTo(presetParameters(lab, *preset), trialsOf(lab, *preset),
           tr("preset %1").arg(QString::fromStdString(preset->title)));
}

/// The preset that the scene is, if it is one.
void LabPanel::showPreset() {
    const LabDescription& lab = m_lab.description();
    const auto preset = std::ranges::find_if(lab.presets, [&](const Preset& candidate) {
        return trialsOf(lab, candidate) == m_scene.trials &&
               presetParameters(lab, candidate) == m_scene.parameters;
    });
    m_run->setPreset(preset == lab.presets.end() ? std::string() : preset->id);
}

void LabPanel::setExplanation(const Report& report) {
    m_explanation->setExplanation(m_lab.explain(report));
    const auto judged = report.figures.empty()
                            ? std::nullopt
                            : judgedGuess(report.figures.front(), m_scene.view.guess);
    m_explanation->setGuessDistance(judged ? std::optional(judged->distance) : std::nullopt);
}

/// Which rules the scene breaks, and whether there is anything to reset.
void LabPanel::showState() {
    const auto problems = validate(m_lab, m_scene.parameters, m_scene.trials);
    m_valid = problems.empty();
    if (m_valid)
        m_lastValid = m_scene;
    m_parameters->showProblems(problems);
    const auto general = std::ranges::find_if(problems, [this](const Problem& problem) {
        return !m_scene.parameters.contains(problem.parameter);
    });
    m_run->setProblem(general == problems.end() ? QString()
                                                : QString::fromStdString(general->message));
    const LabDescription& lab = m_lab.description();
    m_resetAll->setEnabled(m_scene.trials != lab.defaultTrials ||
                           m_scene.parameters != Parameters(lab.parameters));
}

} // namespace plumbline
