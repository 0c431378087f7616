#pragma once

#include "core/lab/lab.h"
#include "core/lab/scene.h"

#include <QWidget>

class QPushButton;

namespace plumbline {

class ExplanationPanel;
class ParameterPanel;
class RunPanel;

/**
 * Everything beside one lab's figures: its controls, what a run needs, and the explanation. Holds
 * the lab's scene, which stays as it was while another lab is on show. Says what is to run only
 * where the whole scene is valid; what is not is explained at the control and runs nothing.
 */
class LabPanel : public QWidget {
    Q_OBJECT

  public:
    explicit LabPanel(const Lab& lab, QWidget* parent = nullptr);

    const Lab& lab() const { return m_lab; }
    const Scene& scene() const { return m_scene; }

    /// Shows the scene. Emits nothing.
    void setScene(const Scene& scene);

    /// The words for a report of the lab, with how near the reader's guess came to its law.
    void setExplanation(const Report& report);

    /// How the scene is looked at; nothing of its run changes. Emits nothing.
    void setView(const ViewSettings& view);

    /// True when the scene breaks no rule.
    bool isValid() const { return m_valid; }

    /// The scene, with the last valid values where its own are not.
    Scene validScene() const;

    /// Another seed than the present one; restarts.
    void takeNewSeed();

    /// Parameters and trials to their defaults; the seed stays.
    void resetAll();

    ParameterPanel* parameterPanel() const { return m_parameters; }
    RunPanel* runPanel() const { return m_run; }
    ExplanationPanel* explanationPanel() const { return m_explanation; }
    QPushButton* resetAllButton() const { return m_resetAll; }

  signals:
    /// The scene is another than before, valid or not. step: a name for it, where it has one.
    void edited(const Scene& before, const QString& step);
    void parametersChanged();                  ///< perhaps many times a frame
    void trialsChanged();                      ///< nothing but their number
    void restartRequested();                   ///< with the scene as it is now, at once
    void viewEdited(const ViewSettings& view); ///< predicting, guess or answer, by a hand here

  private:
    void buildControls();
    void connectSignals();
    void edit(const Scene& after, const QString& step = {});
    void jumpTo(const Parameters& parameters, std::int64_t trials, const QString& step);
    void takePreset(const QString& id);
    void takeParameters(const Parameters& parameters);
    void takeValues(const std::vector<std::pair<std::string, ParameterValue>>& values);
    void takePrediction(const ViewSettings& view);
    void forgetGuess();
    void showPreset();
    void showState();

    const Lab& m_lab;
    Scene m_scene;
    Scene m_lastValid;
    bool m_valid = true;
    ParameterPanel* m_parameters = nullptr;
    RunPanel* m_run = nullptr;
    QPushButton* m_resetAll = nullptr;
    ExplanationPanel* m_explanation = nullptr;
};

} // namespace plumbline
