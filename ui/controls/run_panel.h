#pragma once

#include "core/lab/lab.h"

#include <QWidget>

#include <cstdint>
#include <string>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace plumbline {

class ComboBox;
class MessageLabel;
class NumberBox;
class StepControls;

/**
 * What a run needs beside the parameters: a preset to start from, the number of trials, the seed
 * with its two buttons, and the steps by which to go through it. Trials and seeds take 1e6 and
 * 1,000,000 alike.
 */
class RunPanel : public QWidget {
    Q_OBJECT

  public:
    explicit RunPanel(const std::vector<Preset>& presets, QWidget* parent = nullptr);

    void setTrials(std::int64_t trials);
    void setSeed(std::uint64_t seed);

    /// The preset on show; an empty id stands for values that are no preset's.
    void setPreset(const std::string& id);

    /// A rule about the whole or the number of trials; empty when there is none.
    void setProblem(const QString& problem);

    ComboBox* presets() const { return m_presets; }
    NumberBox* trials() const { return m_trials; }
    NumberBox* seed() const { return m_seed; }
    StepControls* steps() const { return m_steps; }
    QPushButton* newSeedButton() const { return m_newSeed; }
    QPushButton* replayButton() const { return m_replay; }

  signals:
    void presetChosen(const QString& id);
    void trialsEdited(qint64 trials);
    void seedEdited(quint64 seed);
    void newSeedRequested();
    void replayRequested();

  private:
    void buildControls(const std::vector<Preset>& presets);
    void addRow(QVBoxLayout* column, const QString& title, const std::vector<QWidget*>& editors);
    void connectSignals();
    void showProblem();

    ComboBox* m_presets = nullptr;
    NumberBox* m_trials = nullptr;
    NumberBox* m_seed = nullptr;
    StepControls* m_steps = nullptr;
    QPushButton* m_newSeed = nullptr;
    QPushButton* m_replay = nullptr;
    MessageLabel* m_problem = nullptr;
    QString m_ruleProblem;
};

} // namespace plumbline
