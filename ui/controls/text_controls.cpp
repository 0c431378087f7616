#include "ui/controls/text_controls.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace plumbline {

TextControl::TextControl(const ParameterSpec& spec, QWidget* parent)
    : ParameterControl(spec, parent) {
    buildControls();
    connectSignals();
    setValue(spec.defaultValue);
}

void TextControl::buildControls() {
    m_edit = new QLineEdit;
    m_editRow = new QHBoxLayout;
    m_editRow->addWidget(m_edit, 1);
    column()->insertLayout(1, m_editRow);
    describe(m_edit);
    m_edit->setAcceptDrops(false); // what is dropped is the window's
    m_edit->installEventFilter(this);
}

bool TextControl::eventFilter(QObject* edit, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride)
        return ParameterControl::eventFilter(edit, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool typed = m_edit->isUndoAvailable() || m_edit->isRedoAvailable();
    if (typed || !(key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)))
        return ParameterControl::eventFilter(edit, event);
    event->ignore();
    return true;
}

void TextControl::connectSignals() {
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString& text) {
        readText(text);
        markInvalid();
    });
}

void TextControl::markInvalid() {
    const bool invalid = !problem().isEmpty();
    if (m_edit->property("invalid").toBool() == invalid)
        return;
    m_edit->setProperty("invalid", invalid);
    style()->unpolish(m_edit);
    style()->polish(m_edit);
}

void TextControl::setValue(const ParameterValue& value) {
    remember(value);
    setTypingProblem({});
    const QSignalBlocker quiet(m_edit);
    m_edit->setText(QString::fromStdString(plainValue(value)));
    markInvalid();
}

FileControl::FileControl(const ParameterSpec& spec, QWidget* parent) : TextControl(spec, parent) {
    buildControls();
    connectSignals();
}

void FileControl::buildControls() {
    m_browse = new QPushButton(tr("Browse…"));
    m_browse->setFocusPolicy(Qt::TabFocus);
    m_browse->setAccessibleName(tr("Browse for %1").arg(QString::fromStdString(spec().title)));
    editRow()->addWidget(m_browse);
}

void FileControl::connectSignals() {
    connect(m_browse, &QPushButton::clicked, this, &FileControl::browse);
}

void FileControl::browse() {
    const QString path =
        QFileDialog::getOpenFileName(this, QString::fromStdString(spec().title), edit()->text(),
                                     tr("Tables (*.csv *.tsv *.txt *.npy);;All files (*)"));
    if (!path.isEmpty())
        edit()->setText(path);
}

} // namespace plumbline
