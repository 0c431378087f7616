#include "ui/controls/choice_controls.h"

#include "ui/controls/combo_box.h"
#include "ui/controls/switch.h"

#include <QHBoxLayout>

namespace plumbline {

ChoiceControl::ChoiceControl(const ParameterSpec& spec, QWidget* parent)
    : ParameterControl(spec, parent) {
    buildControls();
    connectSignals();
    setValue(spec.defaultValue);
}

void ChoiceControl::buildControls() {
    m_combo = new ComboBox;
    for (const Choice& choice : spec().choices)
        m_combo->addItem(QString::fromStdString(choice.title), QString::fromStdString(choice.id));
    row()->addWidget(m_combo);
    describe(m_combo);
}

void ChoiceControl::connectSignals() {
    connect(m_combo, &QComboBox::activated, this,
            [this](int index) { readText(m_combo->itemData(index).toString()); });
}

void ChoiceControl::setValue(const ParameterValue& value) {
    remember(value);
    const auto id = QString::fromStdString(std::get<std::string>(value));
    m_combo->setCurrentIndex(m_combo->findData(id));
    setTypingProblem({});
}

ToggleControl::ToggleControl(const ParameterSpec& spec, QWidget* parent)
    : ParameterControl(spec, parent) {
    buildControls();
    connectSignals();
    setValue(spec.defaultValue);
}

void ToggleControl::buildControls() {
    m_switch = new Switch;
    row()->addWidget(m_switch);
    describe(m_switch);
}

void ToggleControl::connectSignals() {
    connect(m_switch, &QCheckBox::clicked, this, [this](bool on) { emit valueEdited(on); });
}

void ToggleControl::setValue(const ParameterValue& value) {
    remember(value);
    m_switch->setChecked(std::get<bool>(value));
}

} // namespace plumbline
