#include "ui/theme/shaped_text.h"

#include <QCache>
#include <QFont>
#include <QGlyphRun>
#include <QPaintEngine>
#include <QTextLayout>

#include <utility>

namespace plumbline {
namespace {

constexpr qsizetype kMostTexts = 400; ///< several pages full

struct ShapedText {
    QList<QGlyphRun> runs;
    double ascent = 0;
    double height = 0;
    double advance = 0;
};

ShapedText shaped(const QFont& font, const QString& text) {
    QTextLayout layout(text, font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return {layout.glyphRuns(), line.ascent(), line.ascent() + line.descent(),
            line.horizontalAdvance()};
}

using Texts = QCache<std::pair<QFont, QString>, ShapedText>;

const ShapedText& shapedLately(const QFont& font, const QString& text) {
    // Never destroyed: fonts must not outlive the application, and statics do.
    static auto* texts = new Texts(kMostTexts);
    const std::pair key(font, text);
    if (const ShapedText* known = texts->object(key))
        return *known;
    auto* fresh = new ShapedText(shaped(font, text));
    texts->insert(key, fresh);
    return *fresh;
}

/// Where glyphs are scaled, Qt places those of a text and of a run differently, and the lines
/// through, over and under a run far from it.
bool wantsGlyphs(const QPainter& painter) {
    const QFont& font = painter.font();
    return painter.paintEngine()->type() == QPaintEngine::Raster &&
           painter.deviceTransform().type() <= QTransform::TxTranslate && !font.strikeOut() &&
           !font.underline() && !font.overline();
}

void drawRuns(QPainter& painter, const QPointF& top, const ShapedText& text) {
    for (const QGlyphRun& run : text.runs)
        painter.drawGlyphRun(top, run);
}

} // namespace

void drawShaped(QPainter& painter, const QPointF& baseline, const QString& text) {
    if (text.isEmpty())
        return;
    if (!wantsGlyphs(painter))
        return painter.drawText(baseline, text);
    const ShapedText& known = shapedLately(painter.font(), text);
    drawRuns(painter, baseline - QPointF(0, known.ascent), known);
}

void drawShaped(QPainter& painter, const QRectF& rectangle, Qt::Alignment alignment,
                const QString& text) {
    if (text.isEmpty())
        return;
    if (!wantsGlyphs(painter)) {
        painter.drawText(rectangle, static_cast<int>(alignment | Qt::TextSingleLine), text);
        return;
    }
    const ShapedText& known = shapedLately(painter.font(), text);
    const QSizeF room = rectangle.size() - QSizeF(known.advance, known.height);
    const double x = alignment & Qt::AlignRight
                         ? room.width()
                         : (alignment & Qt::AlignHCenter ? room.width() / 2 : 0);
    const double y = alignment & Qt::AlignBottom
                         ? room.height()
                         : (alignment & Qt::AlignVCenter ? room.height() / 2 : 0);
    drawRuns(painter, rectangle.topLeft() + QPointF(x, y), known);
}

} // namespace plumbline
