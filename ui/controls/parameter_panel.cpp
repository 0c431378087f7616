#include "ui/controls/parameter_panel.h"

#include "ui/controls/number_box.h"
#include "ui/theme/theme.h"

#include <QVBoxLayout>

#include <algorithm>

namespace plumbline {

ParameterPanel::ParameterPanel(const std::vector<ParameterSpec>& specs, QWidget* parent)
    : QWidget(parent), m_parameters(specs) {
    buildControls(specs);
    connectSignals();
    updateControls();
}

ParameterPanel::~ParameterPanel() {
    // A box that loses the focus as the window goes still confirms its text.
    for (ParameterControl* control : m_controls)
        control->disconnect(this);
}

void ParameterPanel::buildControls(const std::vector<ParameterSpec>& specs) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kSmall);
    for (const ParameterSpec& spec : specs) {
        auto control = makeParameterControl(spec);
        m_controls.push_back(control.get());
        layout->addWidget(control.release());
    }
    alignNumbers();
}

/// Boxes under one another are as wide as the widest of them.
void ParameterPanel::alignNumbers() {
    const auto boxes = findChildren<NumberBox*>();
    int width = 0;
    for (const NumberBox* box : boxes)
        width = std::max(width, box->sizeHint().width());
    for (NumberBox* box : boxes)
        box->setFixedWidth(width);
}

void ParameterPanel::connectSignals() {
    for (ParameterControl* control : m_controls) {
        connect(control, &ParameterControl::valueEdited, this,
                [this, control](const ParameterValue& value) {
                    m_parameters.set(control->spec().name, value);
                    updateControls();
                    emit parametersChanged(m_parameters);
                });
        connect(control, &ParameterControl::resetAllRequested, this,
                &ParameterPanel::resetAllRequested);
    }
}

void ParameterPanel::setParameters(const Parameters& parameters) {
    m_parameters = parameters;
    for (ParameterControl* control : m_controls)
        control->setValue(parameters.value(control->spec().name));
    updateControls();
}

void ParameterPanel::updateControls() {
    for (ParameterControl* control : m_controls) {
        const ParameterSpec& spec = control->spec();
        control->setApplicable(applies(spec, m_parameters));
        control->setChanged(m_parameters.value(spec.name) != spec.defaultValue);
    }
}

void ParameterPanel::showProblems(const std::vector<Problem>& problems) {
    for (ParameterControl* control : m_controls) {
        const auto found = std::ranges::find(problems, control->spec().name, &Problem::parameter);
        control->setRuleProblem(found == problems.end() ? QString()
                                                        : QString::fromStdString(found->message));
    }
}

ParameterControl* ParameterPanel::control(const std::string& name) const {
    const auto found = std::ranges::find(
        m_controls, name, [](const ParameterControl* control) { return control->spec().name; });
    return found == m_controls.end() ? nullptr : *found;
}

} // namespace plumbline
