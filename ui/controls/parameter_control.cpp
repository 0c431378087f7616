#include "ui/controls/parameter_control.h"

#include "ui/controls/message_label.h"
#include "ui/controls/shown_value.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline {
namespace {

constexpr int kSymbolWidth = 18;
constexpr QSize kResetButton(18, 20);
constexpr int kResetGap = 2;

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
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kTiny);
    m_column->addLayout(row);

    if (!m_spec.symbol.empty()) {
        auto* symbol = new QLabel(fromCore(m_spec.symbol));
        symbol->setFont(type::symbol());
        symbol->setMinimumWidth(kSymbolWidth);
        row->addWidget(symbol);
    }
    auto* title = new QLabel(fromCore(m_spec.title));
    title->setProperty("role", "muted");
    title->setWordWrap(true);
    title->setMinimumHeight(24);
    row->addWidget(title, 1);
    m_editors = new QHBoxLayout;
    m_editors->setSpacing(kResetGap);
    row->addLayout(m_editors);
    addResetButton();

    m_problem = new MessageLabel("error");
    m_problem->setObjectName(QStringLiteral("problem"));
    m_column->addWidget(m_problem);
    setToolTip(fromCore(m_spec.description));
}

void ParameterControl::addResetButton() {
    const QString text =
        tr("Reset %1 to %2").arg(shortName(m_spec), shownValue(m_spec, m_spec.defaultValue));
    m_reset = new QPushButton(QStringLiteral("↺"));
    m_reset->setProperty("quiet", true);
    m_reset->setFixedSize(kResetButton);
    m_reset->setFocusPolicy(Qt::TabFocus);
    m_reset->setAccessibleName(text);
    m_reset->setToolTip(text);
    QSizePolicy policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // titles do not jump as it comes and goes
    m_reset->setSizePolicy(policy);
    m_reset->hide();
    m_editors->addWidget(m_reset);
    connect(m_reset, &QPushButton::clicked, this, &ParameterControl::reset);
}

void ParameterControl::setChanged(bool changed) {
    m_reset->setVisible(changed);
}

void ParameterControl::reset() {
    setValue(m_spec.defaultValue);
    emit valueEdited(m_spec.defaultValue);
}

void ParameterControl::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* one = menu->addAction(m_reset->accessibleName(), this, &ParameterControl::reset);
    one->setEnabled(!m_reset->isHidden());
    menu->addAction(tr("Reset all"), this, &ParameterControl::resetAllRequested);
    menu->popup(event->globalPos());
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
