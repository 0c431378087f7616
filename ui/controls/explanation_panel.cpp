#include "ui/controls/explanation_panel.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline {
namespace {

constexpr int kFormulaPixels = 17;

/// A rich-text label that finds its height once for each text and width: its layout asks often, and
/// each answer sets the whole text.
class Paragraph : public QLabel {
  public:
    using QLabel::QLabel;

    QSize minimumSizeHint() const override { return {kLeastWidth, fontMetrics().height()}; }
    QSize sizeHint() const override { return {kLeastWidth, heightForWidth(kUsualWidth)}; }
    int heightForWidth(int width) const override {
        if (width != m_width || text() != m_text) {
            m_width = width;
            m_text = text();
            m_height = QLabel::heightForWidth(width);
        }
        return m_height;
    }

  private:
    static constexpr int kLeastWidth = 60;
    static constexpr int kUsualWidth = 258; ///< of the panel at its usual place

    mutable QString m_text;
    mutable int m_width = -1;
    mutable int m_height = 0;
};

QVBoxLayout* paragraphColumn() {
    auto* column = new QVBoxLayout;
    column->setSpacing(spacing::kSmall);
    return column;
}

/// Text that did not change is left alone: laying out rich text costs more than comparing it.
void setText(QLabel* label, const QString& text) {
    if (label->text() != text)
        label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

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

ExplanationPanel::ExplanationPanel(QWidget* parent) : QWidget(parent) {
    buildControls();
    connectSignals();
}

void ExplanationPanel::buildControls() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kMedium);
    m_title = new QLabel;
    m_title->setFont(type::title());
    m_title->setWordWrap(true);
    m_formula = new Paragraph;
    m_formula->setObjectName(QStringLiteral("formula"));
    m_formula->setTextFormat(Qt::RichText);
    m_formula->setAlignment(Qt::AlignCenter);
    m_formula->setWordWrap(true);
    QFont font = type::symbol();
    font.setPixelSize(kFormulaPixels);
    font.setWeight(QFont::Normal);
    m_formula->setFont(font);
    m_formula->setContentsMargins(0, spacing::kTiny, 0, spacing::kTiny);
    m_before = paragraphColumn();
    m_after = paragraphColumn();
    m_try = new QPushButton;
    m_try->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(m_title);
    layout->addLayout(m_before);
    layout->addWidget(m_formula);
    layout->addLayout(m_after);
    layout->addWidget(m_try, 0, Qt::AlignLeft);
    m_try->hide();
}

void ExplanationPanel::connectSignals() {
    connect(m_try, &QPushButton::clicked, this, [this] { emit presetChosen(m_presetId); });
}

void ExplanationPanel::setExplanation(const Explanation& explanation,
                                      const std::vector<Preset>& presets) {
    setText(m_title, QString::fromStdString(explanation.title));
    setParagraphs(m_before, explanation.before);
    setText(m_formula, QString::fromStdString(explanation.formula));
    setParagraphs(m_after, explanation.after);
    const auto preset = std::ranges::find(presets, explanation.presetId, &Preset::id);
    m_try->setVisible(preset != presets.end());
    if (preset == presets.end())
        return;
    m_presetId = QString::fromStdString(preset->id);
    m_try->setText(tr("Try: %1").arg(QString::fromStdString(preset->title)));
    m_try->setToolTip(QString::fromStdString(preset->description));
}

void ExplanationPanel::setParagraphs(QVBoxLayout* layout,
                                     const std::vector<std::string>& paragraphs) {
    const int count = static_cast<int>(paragraphs.size());
    while (layout->count() < count) {
        auto* label = new Paragraph;
        label->setTextFormat(Qt::RichText);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    for (int i = 0; i < layout->count(); ++i) {
        auto* label = static_cast<QLabel*>(layout->itemAt(i)->widget());
        setText(label,
                i < count ? paragraphHtml(paragraphs[static_cast<std::size_t>(i)]) : QString());
    }
}

} // namespace plumbline
