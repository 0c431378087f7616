#pragma once

#include "core/lab/parameters.h"
#include "ui/controls/parameter_control.h"

#include <QWidget>

#include <vector>

namespace plumbline {

/**
 * The controls of all of a lab's parameters, in the order of its specs. Edits one Parameters value;
 * the edited value has passed the rules of its own spec, never those that join several.
 */
class ParameterPanel : public QWidget {
    Q_OBJECT

  public:
    explicit ParameterPanel(const std::vector<ParameterSpec>& specs, QWidget* parent = nullptr);
    ~ParameterPanel() override;

    const Parameters& parameters() const { return m_parameters; }

    /// Shows the values, replacing everything that was typed. Emits nothing.
    void setParameters(const Parameters& parameters);

    /// Shows each problem at the control it names; the others are the caller's to show.
    void showProblems(const std::vector<Problem>& problems);

    /// Null when there is no such parameter.
    ParameterControl* control(const std::string& name) const;

  signals:
    void parametersChanged(const Parameters& parameters);
    void resetAllRequested();

  private:
    void buildControls(const std::vector<ParameterSpec>& specs);
    void alignNumbers();
    void connectSignals();
    void updateControls();

    Parameters m_parameters;
    std::vector<ParameterControl*> m_controls;
};

} // namespace plumbline
