#include "ui/controls/number_box.h"

#include "ui/controls/number_text.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
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

/// Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y.
bool isUndoOrRedo(const QKeyEvent& event) {
    const auto modifiers = event.modifiers();
    if (event.key() == Qt::Key_Z)
        return modifiers == Qt::ControlModifier ||
               modifiers == (Qt::ControlModifier | Qt::ShiftModifier);
    return event.key() == Qt::Key_Y && modifiers == Qt::ControlModifier;
}

/// Keys that a line of text would take, though they run, replay, reseed and export.
bool runsOrExports(const QKeyEvent& event) {
    const bool bracket = event.key() == Qt::Key_BracketLeft || event.key() == Qt::Key_BracketRight;
    if (bracket || event.modifiers() == Qt::NoModifier)
        return bracket || event.key() == Qt::Key_Space;
    return event.modifiers() == Qt::ControlModifier &&
           (event.key() == Qt::Key_E || event.key() == Qt::Key_N || event.key() == Qt::Key_R);
}

/// A whole scene, which is no number: the window opens it.
bool pastesAScene(const QKeyEvent& event) {
    return event.modifiers() == Qt::ControlModifier && event.key() == Qt::Key_V &&
           QGuiApplication::clipboard()->text().contains(QStringLiteral("plumbline:"));
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
    lineEdit()->setAcceptDrops(false); // what is dropped is the window's
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMilliseconds);
    lineEdit()->setText(textOf(m_value));
}

void NumberBox::connectSignals() {
    connect(lineEdit(), &QLineEdit::textEdited, this, &NumberBox::readText);
    connect(&m_patience, &QTimer::timeout, this, [this] { setProblem(m_pendingProblem); });
}

bool NumberBox::isTheWindows(const QKeyEvent& event) const {
    const bool typing = lineEdit()->text() != textOf(m_value);
    return runsOrExports(event) || pastesAScene(event) || (isUndoOrRedo(event) && !typing);
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

/// The value that the text says; where it says none, that is explained before long.
std::optional<double> NumberBox::readText() {
    const auto reading = parseValue(m_spec, ungrouped(lineEdit()->text()).toStdString());
    if (const auto* problem = std::get_if<Problem>(&reading)) {
        m_pendingProblem = tr("%1; %2 stays in use")
                               .arg(QString::fromStdString(problem->message), textOf(m_value));
        m_patience.start();
        return std::nullopt;
    }
    m_patience.stop();
    setProblem({});
    return numberOf(std::get<ParameterValue>(reading));
}

void NumberBox::commitText() {
    if (const auto value = readText()) {
        takeEdited(*value);
        setValue(m_value);
    } else {
        m_patience.stop();
        setProblem(m_pendingProblem);
    }
}

/// Where a step starts from: what is on show, if it is a value.
double NumberBox::confirmedOrTyped() {
    const QString shown = lineEdit()->text();
    return shown == textOf(m_value) ? m_value : readText().value_or(m_value);
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
    const double value = m_scale.stepped(confirmedOrTyped(), steps);
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

bool NumberBox::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride &&
        isTheWindows(*static_cast<QKeyEvent*>(event))) {
        event->ignore();
        return false;
    }
    return QAbstractSpinBox::event(event);
}

void NumberBox::keyPressEvent(QKeyEvent* event) {
    if (isTheWindows(*event))
        return event->ignore();
    switch (event->key()) {
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        const double value =
            m_scale.paged(confirmedOrTyped(), event->key() == Qt::Key_PageUp ? 1 : -1);
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
