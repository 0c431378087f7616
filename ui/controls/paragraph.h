#pragma once

#include <QHash>
#include <QLabel>

#include <string>
#include <vector>

class QVBoxLayout;

namespace plumbline {

/**
 * A rich-text label that finds its height once for each text and width: its layout asks often, and
 * each answer sets the whole text. Without text it is hidden.
 */
class Paragraph : public QLabel {
    Q_OBJECT

  public:
    explicit Paragraph(QWidget* parent = nullptr);

    /// HTML. Text that did not change is left alone: setting rich text costs more than comparing.
    void setHtml(const QString& html);

    /// Text in which **bold** is the only markup.
    void setParagraph(const std::string& paragraph);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;
    int heightForWidth(int width) const override;

  private:
    mutable QString m_measured;
    mutable QHash<int, int> m_heights; ///< of that text, by width: layouts ask for several in turn
};

/// Paragraphs one under the other, which keep their labels while their words change.
class ParagraphColumn : public QWidget {
    Q_OBJECT

  public:
    explicit ParagraphColumn(QWidget* parent = nullptr);

    void setParagraphs(const std::vector<std::string>& paragraphs);

  private:
    QVBoxLayout* m_column = nullptr;
    std::vector<Paragraph*> m_paragraphs;
};

/// A paragraph in which **bold** is the only markup, as rich text; everything else is escaped.
QString paragraphHtml(const std::string& paragraph);

} // namespace plumbline
