#pragma once

#include "ui/controls/parameter_control.h"

namespace plumbline {

class NumberBox;
class Slider;

/// Real and whole numbers: a spin box on the line, a slider under it.
class NumberControl : public ParameterControl {
    Q_OBJECT

  public:
    explicit NumberControl(const ParameterSpec& spec, QWidget* parent = nullptr);

    void setValue(const ParameterValue& value) override;

    NumberBox* box() const { return m_box; }
    Slider* slider() const { return m_slider; }

  private:
    void buildControls();
    void connectSignals();
    ParameterValue asParameter(double value) const;

    NumberBox* m_box = nullptr;
    Slider* m_slider = nullptr;
};

} // namespace plumbline
