#pragma once

#include <QLabel>
#include <QPixmap>

#include <memory>

class QSvgRenderer;

namespace plumbline {

/**
 * A typeset formula of the resources, in the text colour of its palette and crisp at any pixel
 * ratio. Scaled down where it is wider than its place, never clipped. Assistive tools are told it
 * in words; its LaTeX is its tool tip and can be copied by the context menu or, in the focus, the
 * keys that copy. Drawn once for each size and colour.
 */
class FormulaView : public QLabel {
    Q_OBJECT

  public:
    explicit FormulaView(QWidget* parent = nullptr);
    ~FormulaView() override;

    /// id: of :/formulas/ID.svg and ID.tex. An id that is not there hides the view.
    void setFormula(const QString& id, const QString& spoken);

    const QString& latex() const { return m_latex; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

  public slots:
    void copyLatex() const;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QSizeF fitting(int width) const;
    QPixmap picture(const QSizeF& size) const;

    QString m_id;
    QString m_latex;
    std::unique_ptr<QSvgRenderer> m_renderer;
    QPixmap m_picture;
    QColor m_pictureColour;
};

} // namespace plumbline
