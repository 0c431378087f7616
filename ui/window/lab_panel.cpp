#include "ui/window/lab_panel.h"

#include "ui/controls/explanation_panel.h"
#include "ui/controls/parameter_panel.h"
#include "ui/controls/run_panel.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QPushButton>
#include <QRandomGenerator>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline {
namespace {

constexpr quint32 kSeeds = 1'000'000; ///< few enough digits to be read aloud

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
    auto* rule = new QFrame;
    rule->setObjectName(QStringLiteral("rule"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kLarge);
    column->setSpacing(spacing::kSmall);
    column->addWidget(m_parameters);
    column->addWidget(m_run);
    column->addSpacing(spacing::kTiny);
    column->addWidget(rule);
    column->addSpacing(spacing::kTiny);
    column->addWidget(m_explanation);
    column->addStretch();
}

void LabPanel::connectSignals() {
    connect(m_parameters, &ParameterPanel::parametersChanged, this, &LabPanel::takeParameters);
    connect(m_run, &RunPanel::trialsEdited, this, [this](qint64 trials) {
        m_scene.trials = trials;
        showValidity();
        if (m_valid)
            emit trialsChanged();
    });
    connect(m_run, &RunPanel::seedEdited, this, [this](quint64 seed) {
        m_scene.seed = seed;
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
}

void LabPanel::setScene(const Scene& scene) {
    m_scene = scene;
    m_parameters->setParameters(scene.parameters);
    m_run->setTrials(scene.trials);
    m_run->setSeed(scene.seed);
    m_run->setPreset({});
    m_explanation->setView(scene.view);
    showValidity();
}

void LabPanel::takeParameters(const Parameters& parameters) {
    m_scene.parameters = parameters;
    m_run->setPreset({});
    forgetGuess();
    showValidity();
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

void LabPanel::takeNewSeed() {
    const auto drawn = [] { return 1 + QRandomGenerator::global()->bounded(kSeeds - 1); };
    quint64 seed = drawn();
    while (seed == m_scene.seed)
        seed = drawn();
    m_scene.seed = seed;
    m_run->setSeed(seed);
    if (m_valid)
        emit restartRequested();
}

void LabPanel::takePreset(const QString& id) {
    const auto& presets = m_lab.description().presets;
    const auto preset = std::ranges::find(presets, id.toStdString(), &Preset::id);
    if (preset == presets.end())
        return;
    Scene scene = m_scene;
    scene.parameters = presetParameters(m_lab.description(), *preset);
    scene.trials = preset->trials.value_or(m_lab.description().defaultTrials);
    setScene(scene);
    m_run->setPreset(preset->id);
    forgetGuess();
    if (m_valid)
        emit restartRequested();
}

void LabPanel::setExplanation(const Explanation& explanation) {
    m_explanation->setExplanation(explanation);
}

void LabPanel::showValidity() {
    const auto problems = validate(m_lab, m_scene.parameters, m_scene.trials);
    m_valid = problems.empty();
    m_parameters->showProblems(problems);
    const auto general = std::ranges::find_if(problems, [this](const Problem& problem) {
        return !m_scene.parameters.contains(problem.parameter);
    });
    m_run->setProblem(general == problems.end() ? QString()
                                                : QString::fromStdString(general->message));
}

} // namespace plumbline
