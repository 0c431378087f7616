#include "ui/theme/tabular.h"

#include "ui/theme/text_anchor.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QHash>
#include <QPaintEngine>
#include <QRawFont>

#include <vector>

namespace plumbline {
namespace {

bool isDigit(QChar character) {
    return character >= u'0' && character <= u'9';
}

struct Glyph {
    quint32 index = 0; ///< 0: the font has none
    double advance = 0;
};

/// A font's glyphs, found once: shaping short texts anew took a fifth of a frame.
class Face {
  public:
    explicit Face(const QFont& font)
        : m_font(font), m_raw(QRawFont::fromFont(font)), m_metrics(font),
          m_cell(m_metrics.horizontalAdvance(u'0')), m_capHeight(m_metrics.capHeight()) {}

    const QFont& font() const { return m_font; }
    const QRawFont& raw() const { return m_raw; }
    const QFontMetricsF& metrics() const { return m_metrics; }
    double cell() const { return m_cell; }
    double capHeight() const { return m_capHeight; }

    Glyph glyph(QChar character) {
        const auto found = m_glyphs.constFind(character);
        if (found != m_glyphs.constEnd())
            return *found;
        const QList<quint32> indexes = m_raw.glyphIndexesForString(QString(character));
        Glyph glyph;
        if (indexes.size() == 1 && indexes.front() != 0)
            glyph = {indexes.front(), m_raw.advancesForGlyphIndexes(indexes).front().x()};
        else
            glyph.advance = m_metrics.horizontalAdvance(character);
        return *m_glyphs.insert(character, glyph);
    }

    double width(QChar character) { return isDigit(character) ? m_cell : glyph(character).advance; }

  private:
    QFont m_font;
    QRawFont m_raw;
    QFontMetricsF m_metrics;
    double m_cell;
    double m_capHeight;
    QHash<QChar, Glyph> m_glyphs;
};

Face& faceOf(const QFont& font) {
    // Never destroyed: fonts must not outlive the application, and statics do.
    static auto* faces = new std::vector<Face>;
    for (Face& face : *faces) {
        if (face.font() == font)
            return face;
    }
    return faces->emplace_back(font);
}

double alignedLeft(const QRectF& rectangle, Qt::Alignment alignment, double width) {
    if (alignment & Qt::AlignRight)
        return rectangle.right() - width;
    if (alignment & Qt::AlignHCenter)
        return rectangle.center().x() - width / 2;
    return rectangle.left();
}

double alignedBaseline(const QRectF& rectangle, Qt::Alignment alignment, const Face& face) {
    if (alignment & Qt::AlignTop)
        return rectangle.top() + face.metrics().ascent();
    if (alignment & Qt::AlignBottom)
        return rectangle.bottom() - face.metrics().descent();
    // Figures have no descender: centring their height, not the line's, is what looks centred.
    return rectangle.center().y() + face.capHeight() / 2;
}

/// Of a digit, or of the run of other characters that begins there.
qsizetype partLength(const QString& text, qsizetype start) {
    qsizetype end = start + 1;
    while (!isDigit(text[start]) && end < text.size() && !isDigit(text[end]))
        ++end;
    return end - start;
}

double insetOf(Face& face, QChar character) {
    return isDigit(character) ? (face.cell() - face.glyph(character).advance) / 2 : 0;
}

/// False where a glyph is missing.
bool drawGlyphs(QPainter& painter, Face& face, const QPointF& start, const QString& text) {
    QList<quint32> indexes;
    QList<QPointF> positions;
    double x = 0;
    for (const QChar character : text) {
        const Glyph glyph = face.glyph(character);
        if (glyph.index == 0)
            return false;
        indexes.append(glyph.index);
        positions.append({x + insetOf(face, character), 0});
        x += face.width(character);
    }
    QGlyphRun run;
    run.setRawFont(face.raw());
    run.setGlyphIndexes(indexes);
    run.setPositions(positions);
    painter.drawGlyphRun(start, run);
    return true;
}

/// 0 for the left end, 0.5 for the middle, 1 for the right end.
double heldShare(Qt::Alignment alignment) {
    return alignment & Qt::AlignRight ? 1 : alignment & Qt::AlignHCenter ? 0.5 : 0;
}

/// As one string, in its natural width and held where it is aligned.
void drawWhole(QPainter& painter, const QRectF& rectangle, Qt::Alignment alignment,
               const QString& text) {
    Face& face = faceOf(painter.font());
    if (auto* anchor = dynamic_cast<TextAnchor*>(painter.paintEngine()))
        anchor->holdTextAt(heldShare(alignment));
    const double width = face.metrics().horizontalAdvance(text);
    painter.drawText(QPointF(alignedLeft(rectangle, alignment, width),
                             alignedBaseline(rectangle, alignment, face)),
                     text);
}

/// In one piece for each digit and each run of other characters.
void drawPieces(QPainter& painter, Face& face, QPointF start, const QString& text) {
    for (qsizetype at = 0; at < text.size();) {
        const QString part = text.mid(at, partLength(text, at));
        painter.drawText(start + QPointF(insetOf(face, part.front()), 0), part);
        start.rx() += tabularWidth(painter.font(), part);
        at += part.size();
    }
}

} // namespace

double tabularWidth(const QFont& font, const QString& text) {
    Face& face = faceOf(font);
    double width = 0;
    for (const QChar character : text)
        width += face.width(character);
    return width;
}

void drawTabular(QPainter& painter, const QRectF& rectangle, Qt::Alignment alignment,
                 const QString& text) {
    if (text.isEmpty())
        return;
    if (painter.paintEngine()->type() != QPaintEngine::Raster)
        return drawWhole(painter, rectangle, alignment, text);
    Face& face = faceOf(painter.font());
    const QPointF start(alignedLeft(rectangle, alignment, tabularWidth(painter.font(), text)),
                        alignedBaseline(rectangle, alignment, face));
    if (!drawGlyphs(painter, face, start, text))
        drawPieces(painter, face, start, text);
}

QString cutToFit(const QFont& font, const QString& text, double width) {
    // Without kerning a text is hardly ever narrower, and this width costs no shaping.
    if (tabularWidth(font, text) <= width)
        return text;
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

} // namespace plumbline
