#include "ui/controls/parameter_control.h"

#include "ui/controls/message_label.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace plumbline {
namespace {

constexpr int kSymbolWidth = 18;

QString fromCore(const std::string& text) {
    return QString::fromStdString(text);
}

} // namespace

ParameterControl::ParameterControl(const ParameterSpec& spec, QWidget* parent)
    : QWidget(parent), m_spec(spec), m_value(spec.defaultValue) {
    buildControls();
}

void ParameterControl::buildControls() {
    setObjectName(fromCore(m_spec.name));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(spacing::kTiny);
    m_row = new QHBoxLayout;
    m_row->setSpacing(spacing::kSmall);
    m_column->addLayout(m_row);

    if (!m_spec.symbol.empty()) {
        auto* symbol = new QLabel(fromCore(m_spec.symbol));
        symbol->setFont(type::symbol());
        symbol->setMinimumWidth(kSymbolWidth);
        m_row->addWidget(symbol);
    }
    auto* title = new QLabel(fromCore(m_spec.title));
    title->setProperty("role", "muted");
    title->setWordWrap(true);
    title->setMinimumHeight(24);
    m_row->addWidget(title, 1);

    m_problem = new MessageLabel("error");
    m_problem->setObjectName(QStringLiteral("problem"));
    m_column->addWidget(m_problem);
    setToolTip(fromCore(m_spec.description));
}

void ParameterControl::describe(QWidget* editor) const {
    const QString symbol = fromCore(m_spec.symbol);
    const QString title = fromCore(m_spec.title);
    editor->setAccessibleName(symbol.isEmpty() ? title : symbol + QStringLiteral(", ") + title);
    editor->setAccessibleDescription(fromCore(m_spec.description));
}

void ParameterControl::setApplicable(bool applicable) {
    setEnabled(applicable);
    const bool explained = !applicable && m_spec.applies && !m_spec.applies->reason.empty();
    setToolTip(fromCore(explained ? m_spec.applies->reason : m_spec.description));
    showProblem();
}

void ParameterControl::setRuleProblem(const QString& problem) {
    m_ruleProblem = problem;
    showProblem();
}

void ParameterControl::setTypingProblem(const QString& problem) {
    m_typingProblem = problem;
    showProblem();
}

QString ParameterControl::problem() const {
    if (!isEnabled())
        return {};
    return m_typingProblem.isEmpty() ? m_ruleProblem : m_typingProblem;
}

void ParameterControl::showProblem() {
    m_problem->setMessage(problem());
}

void ParameterControl::readText(const QString& text) {
    const auto reading = parseValue(m_spec, text.toStdString());
    if (const auto* problem = std::get_if<Problem>(&reading))
        return setTypingProblem(fromCore(problem->message));
    setTypingProblem({});
    const auto& value = std::get<ParameterValue>(reading);
    if (value == m_value)
        return;
    m_value = value;
    emit valueEdited(value);
}

} // namespace plumbline
