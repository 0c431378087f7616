#include "ui/controls/run_panel.h"

#include "core/lab/scene.h"
#include "ui/controls/combo_box.h"
#include "ui/controls/message_label.h"
#include "ui/controls/number_box.h"
#include "ui/controls/step_controls.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline {
namespace {

constexpr int kSeedWidth = 76; ///< for seeds as New draws them; longer ones scroll
constexpr int kPresetWidth = 168;

ParameterSpec countSpec(const char* name, double minimum, double maximum, ParameterScale scale) {
    ParameterSpec spec;
    spec.name = name;
    spec.title = name;
    spec.kind = ParameterKind::integer;
    spec.defaultValue = std::int64_t{1};
    spec.minimum = minimum;
    spec.maximum = maximum;
    spec.step = 1;
    spec.scale = scale;
    return spec;
}

QPushButton* smallButton(const QString& text, const QString& toolTip) {
    auto* button = new QPushButton(text);
    button->setFocusPolicy(Qt::TabFocus);
    button->setProperty("compact", true);
    button->setToolTip(toolTip);
    return button;
}

} // namespace

RunPanel::RunPanel(const std::vector<Preset>& presets, QWidget* parent) : QWidget(parent) {
    buildControls(presets);
    connectSignals();
}

void RunPanel::buildControls(const std::vector<Preset>& presets) {
    m_presets = new ComboBox;
    m_presets->addItem(tr("custom"), QString());
    for (const Preset& preset : presets) {
        m_presets->addItem(QString::fromStdString(preset.title), QString::fromStdString(preset.id));
        m_presets->setItemData(m_presets->count() - 1, QString::fromStdString(preset.description),
                               Qt::ToolTipRole);
    }
    m_presets->setMaximumWidth(kPresetWidth);
    m_trials = new NumberBox(
        countSpec("trials", 1, static_cast<double>(kMaximumTrials), ParameterScale::logarithmic));
    m_seed = new NumberBox(
        countSpec("seed", 0, static_cast<double>(kMaximumSeed), ParameterScale::linear));
    m_seed->setFixedWidth(kSeedWidth);
    m_newSeed = smallButton(tr("New"), tr("A new seed: other luck (Ctrl+N)"));
    m_replay = smallButton(tr("Replay"), tr("The same seed again, from the first trial (Ctrl+R)"));
    m_newSeed->setAccessibleName(tr("New seed"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::kSmall);
    if (presets.empty()) {
        m_presets->setParent(this);
        m_presets->hide();
    } else {
        addRow(column, tr("preset"), {m_presets});
    }
    addRow(column, tr("trials"), {m_trials});
    addRow(column, tr("seed"), {m_seed, m_newSeed, m_replay});
    m_steps = new StepControls;
    addRow(column, tr("step"), {m_steps});
    m_problem = new MessageLabel("error");
    m_problem->setObjectName(QStringLiteral("problem"));
    column->addWidget(m_problem);
}

void RunPanel::addRow(QVBoxLayout* column, const QString& title,
                      const std::vector<QWidget*>& editors) {
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kSmall);
    auto* label = new QLabel(title);
    label->setProperty("role", "muted");
    label->setMinimumHeight(26);
    row->addWidget(label, 1);
    for (QWidget* editor : editors)
        row->addWidget(editor);
    editors.front()->setAccessibleName(title);
    column->addLayout(row);
}

void RunPanel::connectSignals() {
    connect(m_presets, &QComboBox::activated, this, [this](int index) {
        const QString id = m_presets->itemData(index).toString();
        if (!id.isEmpty())
            emit presetChosen(id);
    });
    connect(m_trials, &NumberBox::valueEdited, this,
            [this](double value) { emit trialsEdited(static_cast<qint64>(value)); });
    connect(m_seed, &NumberBox::valueEdited, this,
            [this](double value) { emit seedEdited(static_cast<quint64>(value)); });
    connect(m_trials, &NumberBox::problemChanged, this, &RunPanel::showProblem);
    connect(m_seed, &NumberBox::problemChanged, this, &RunPanel::showProblem);
    connect(m_newSeed, &QPushButton::clicked, this, &RunPanel::newSeedRequested);
    connect(m_replay, &QPushButton::clicked, this, &RunPanel::replayRequested);
}

void RunPanel::setTrials(std::int64_t trials) {
    m_trials->setValue(static_cast<double>(trials));
}

void RunPanel::setSeed(std::uint64_t seed) {
    m_seed->setValue(static_cast<double>(seed));
}

void RunPanel::setPreset(const std::string& id) {
    m_presets->setCurrentIndex(std::max(0, m_presets->findData(QString::fromStdString(id))));
}

void RunPanel::setProblem(const QString& problem) {
    m_ruleProblem = problem;
    showProblem();
}

void RunPanel::showProblem() {
    QString message = m_trials->problem();
    if (message.isEmpty())
        message = m_seed->problem();
    if (message.isEmpty())
        message = m_ruleProblem;
    m_problem->setMessage(message);
}

} // namespace plumbline
