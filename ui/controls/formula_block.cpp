#include "ui/controls/formula_block.h"

#include "ui/controls/formula_view.h"
#include "ui/controls/paragraph.h"
#include "ui/theme/theme.h"

#include <QVBoxLayout>

namespace plumbline {
namespace {

/// Lines end before a sign, never after it.
QString brokenBeforeSigns(QString html) {
    for (const QChar sign : {u'·', u'=', u'≤'})
        html.replace(sign + QStringLiteral(" "), sign + QStringLiteral("\u00a0"));
    return html;
}

/// The serif of symbols, upright and no larger than the text around it.
QFont numbersFont() {
    QFont font = type::symbol();
    font.setItalic(false);
    font.setPixelSize(type::body().pixelSize());
    return font;
}

} // namespace

FormulaBlock::FormulaBlock(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::kTiny);
    m_heading = new QLabel;
    m_heading->setFont(type::caption());
    m_heading->setProperty("role", "muted");
    m_view = new FormulaView;
    m_numbers = new Paragraph;
    m_numbers->setObjectName(QStringLiteral("numbers"));
    m_numbers->setFont(numbersFont());
    m_numbers->setAlignment(Qt::AlignHCenter);
    m_note = new Paragraph;
    column->addWidget(m_heading);
    column->addWidget(m_view);
    column->addWidget(m_numbers);
    column->addWidget(m_note);
}

void FormulaBlock::setFormula(const Formula& formula) {
    m_heading->setText(QString::fromStdString(formula.heading));
    m_view->setFormula(QString::fromStdString(formula.id), QString::fromStdString(formula.spoken));
    m_numbers->setHtml(brokenBeforeSigns(QString::fromStdString(formula.numbers)));
    m_note->setParagraph(formula.note);
}

} // namespace plumbline
