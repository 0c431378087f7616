#include "ui/controls/number_box.h"

#include "ui/controls/number_text.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QStyle>

#include <algorithm>

namespace plumbline {
namespace {

constexpr int kPatienceMilliseconds = 350;
constexpr int kNarrow = 72; ///< three widths, so that boxes under one another line up
constexpr int kWide = 112;
constexpr int kWidest = 140; ///< for 1,000,000,000,000
constexpr int kFrame = 18;   ///< border, padding and room for the cursor

double numberOf(const ParameterValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*whole);
    return std::get<double>(value);
}

} // namespace

NumberBox::NumberBox(const ParameterSpec& spec, QWidget* parent)
    : QAbstractSpinBox(parent), m_spec(spec), m_scale(spec), m_value(numberOf(spec.defaultValue)) {
    const bool fixedDigits =
        spec.kind == ParameterKind::real && spec.scale == ParameterScale::linear;
    m_decimals = fixedDigits ? decimalsOfStep(spec.step) : 0;
    buildControls();
    connectSignals();
}

void NumberBox::buildControls() {
    setButtonSymbols(NoButtons);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMilliseconds);
    lineEdit()->setText(textOf(m_value));
}

void NumberBox::connectSignals() {
    connect(lineEdit(), &QLineEdit::textEdited, this, [this] { readText(keyboardTracking()); });
    connect(&m_patience, &QTimer::timeout, this, [this] { setProblem(m_pendingProblem); });
}

QString NumberBox::textOf(double value) const {
    return valueText(value, m_decimals);
}

void NumberBox::setValue(double value) {
    m_value = value;
    m_patience.stop();
    setProblem({});
    const QString text = textOf(value);
    if (lineEdit()->text() != text)
        lineEdit()->setText(text);
}

void NumberBox::takeEdited(double value) {
    if (value == m_value)
        return;
    m_value = value;
    emit valueEdited(value);
}

void NumberBox::readText(bool takeValue) {
    const auto reading = parseValue(m_spec, ungrouped(lineEdit()->text()).toStdString());
    if (const auto* problem = std::get_if<Problem>(&reading)) {
        m_pendingProblem = QString::fromStdString(problem->message);
        m_patience.start();
        return;
    }
    m_patience.stop();
    setProblem({});
    if (takeValue)
        takeEdited(numberOf(std::get<ParameterValue>(reading)));
}

void NumberBox::commitText() {
    readText(true);
    if (m_patience.isActive()) {
        m_patience.stop();
        setProblem(m_pendingProblem);
    } else {
        setValue(m_value);
    }
}

void NumberBox::setProblem(const QString& problem) {
    if (problem == m_problem)
        return;
    m_problem = problem;
    setProperty("invalid", !problem.isEmpty());
    style()->unpolish(this);
    style()->polish(this);
    emit problemChanged(problem);
}

void NumberBox::stepBy(int steps) {
    const double value = m_scale.stepped(m_value, steps);
    setValue(m_value);
    takeEdited(value);
    setValue(value);
}

QValidator::State NumberBox::validate(QString&, int&) const {
    return QValidator::Acceptable;
}

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const {
    StepEnabled enabled = StepNone;
    if (m_value < m_spec.maximum)
        enabled |= StepUpEnabled;
    if (m_value > m_spec.minimum)
        enabled |= StepDownEnabled;
    return enabled;
}

QSize NumberBox::sizeHint() const {
    const QFontMetrics metrics(font());
    const int widest = std::max(metrics.horizontalAdvance(textOf(m_spec.maximum)),
                                metrics.horizontalAdvance(textOf(m_spec.minimum)));
    const int wanted = widest + kFrame;
    return {wanted <= kNarrow ? kNarrow : (wanted <= kWide ? kWide : kWidest), 24};
}

void NumberBox::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        const double value = m_scale.paged(m_value, event->key() == Qt::Key_PageUp ? 1 : -1);
        takeEdited(value);
        return setValue(value);
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        commitText();
        return lineEdit()->selectAll();
    case Qt::Key_Escape:
        return setValue(m_value);
    default:
        QAbstractSpinBox::keyPressEvent(event);
    }
}

void NumberBox::focusOutEvent(QFocusEvent* event) {
    commitText();
    QAbstractSpinBox::focusOutEvent(event);
}

void NumberBox::wheelEvent(QWheelEvent* event) {
    if (hasFocus())
        QAbstractSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace plumbline
