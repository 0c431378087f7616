#include "ui/controls/number_control.h"

#include "ui/controls/number_box.h"
#include "ui/controls/slider.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <cmath>

namespace plumbline {

NumberControl::NumberControl(const ParameterSpec& spec, QWidget* parent)
    : ParameterControl(spec, parent) {
    buildControls();
    connectSignals();
    setValue(spec.defaultValue);
}

void NumberControl::buildControls() {
    m_box = new NumberBox(spec());
    m_slider = new Slider(SliderScale(spec()));
    row()->addWidget(m_box);
    column()->insertWidget(1, m_slider);
    describe(m_box);
    describe(m_slider);
}

void NumberControl::connectSignals() {
    connect(m_box, &NumberBox::valueEdited, this, [this](double value) {
        m_slider->setValue(value);
        emit valueEdited(asParameter(value));
    });
    connect(m_slider, &Slider::valueMoved, this, [this](double value) {
        m_box->setValue(value);
        emit valueEdited(asParameter(value));
    });
    connect(m_box, &NumberBox::problemChanged, this, &NumberControl::setTypingProblem);
}

ParameterValue NumberControl::asParameter(double value) const {
    if (spec().kind == ParameterKind::integer)
        return static_cast<std::int64_t>(std::llround(value));
    return value;
}

void NumberControl::setValue(const ParameterValue& value) {
    const auto* whole = std::get_if<std::int64_t>(&value);
    const double number = whole ? static_cast<double>(*whole) : std::get<double>(value);
    m_box->setValue(number);
    m_slider->setValue(number);
}

} // namespace plumbline
