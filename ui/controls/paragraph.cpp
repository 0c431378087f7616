#include "ui/controls/paragraph.h"

#include "ui/theme/theme.h"

#include <QVBoxLayout>

namespace plumbline {
namespace {

constexpr int kLeastWidth = 60;
constexpr int kUsualWidth = 258; ///< of the panel at its usual place

} // namespace

Paragraph::Paragraph(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    hide();
}

void Paragraph::setHtml(const QString& html) {
    if (text() != html)
        setText(html);
    setVisible(!html.isEmpty());
}

void Paragraph::setParagraph(const std::string& paragraph) {
    setHtml(paragraph.empty() ? QString() : paragraphHtml(paragraph));
}

QSize Paragraph::minimumSizeHint() const {
    return {kLeastWidth, fontMetrics().height()};
}

QSize Paragraph::sizeHint() const {
    return {kLeastWidth, heightForWidth(kUsualWidth)};
}

int Paragraph::heightForWidth(int width) const {
    if (text() != m_measured) {
        m_measured = text();
        m_heights.clear();
    }
    const auto known = m_heights.constFind(width);
    if (known != m_heights.constEnd())
        return *known;
    return *m_heights.insert(width, QLabel::heightForWidth(width));
}

ParagraphColumn::ParagraphColumn(QWidget* parent) : QWidget(parent) {
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(spacing::kSmall);
}

void ParagraphColumn::setParagraphs(const std::vector<std::string>& paragraphs) {
    while (m_paragraphs.size() < paragraphs.size()) {
        m_paragraphs.push_back(new Paragraph);
        m_column->addWidget(m_paragraphs.back());
    }
    for (std::size_t i = 0; i < m_paragraphs.size(); ++i)
        m_paragraphs[i]->setParagraph(i < paragraphs.size() ? paragraphs[i] : std::string());
    setVisible(!paragraphs.empty());
}

QString paragraphHtml(const std::string& paragraph) {
    const QStringList parts = QString::fromStdString(paragraph).split(QStringLiteral("**"));
    QString html = QStringLiteral("<p style=\"line-height:120%; margin:0\">");
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool unmatched = i == parts.size() - 1 && i % 2 == 1;
        const bool bold = i % 2 == 1 && !unmatched;
        const QString text = parts[i].toHtmlEscaped();
        html += unmatched ? QStringLiteral("**") + text
                          : (bold ? QStringLiteral("<b>%1</b>").arg(text) : text);
    }
    return html + QStringLiteral("</p>");
}

} // namespace plumbline
