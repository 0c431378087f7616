#pragma once

#include "ui/controls/parameter_control.h"

namespace plumbline {

class ComboBox;
class Switch;

/// One of several named choices: a combo box that shows their titles.
class ChoiceControl : public ParameterControl {
    Q_OBJECT

  public:
    explicit ChoiceControl(const ParameterSpec& spec, QWidget* parent = nullptr);

    void setValue(const ParameterValue& value) override;

    ComboBox* combo() const { return m_combo; }

  private:
    void buildControls();
    void connectSignals();

    ComboBox* m_combo = nullptr;
};

/// On or off.
class ToggleControl : public ParameterControl {
    Q_OBJECT

  public:
    explicit ToggleControl(const ParameterSpec& spec, QWidget* parent = nullptr);

    void setValue(const ParameterValue& value) override;

    Switch* toggle() const { return m_switch; }

  private:
    void buildControls();
    void connectSignals();

    Switch* m_switch = nullptr;
};

} // namespace plumbline
