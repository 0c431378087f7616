#pragma once

#include "ui/charts/legend.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace plumbline {

/// What one series says at a datum. Everything but key and value may be empty.
struct ReadOutRow {
    KeyEntry key; ///< its name, and how it is drawn; an invalid colour: no swatch
    QString value;
    QString error = {};      ///< "± 0.0019", with as many decimals as the value
    QString difference = {}; ///< what was simulated minus this: "+0.0016"
    QString sigmas = {};     ///< the same in standard deviations: "+0.8σ"
    bool operator==(const ReadOutRow&) const = default;
};

/// How a datum is pointed at in the plot.
struct ReadOutMark {
    enum class Shape { line, dot, ring, outline }; ///< line: upright, in the middle of its place
    Shape shape = Shape::line;
    QRectF place;
    QColor colour = {}; ///< of a dot
    bool operator==(const ReadOutMark&) const = default;
};

/// What a figure says about one datum: a bin, a place on the x axis, a point, a cell, a node.
struct ReadOut {
    QString title; ///< which datum: "kept units k = 70"
    std::vector<ReadOutRow> rows;
    QList<ReadOutMark> marks;
    QRectF datum; ///< in the view; what the card leaves free
    bool operator==(const ReadOut&) const = default;

    /// As a screen reader says it: "kept units k equals 70, simulated 0.087, ...".
    QString spoken() const;
};

/// A name with nothing that is drawn like it.
KeyEntry plainKey(const QString& text);

/// A mark on a point.
ReadOutMark dotAt(const QPointF& centre, const QColor& colour);

/// A row of what was simulated, with its standard error if that is known and positive.
ReadOutRow measuredRow(const KeyEntry& key, double value, std::optional<double> error);

/**
 * A row of what it is compared with, with as many digits as that error lets one compare. The
 * difference is measured - value; sigmas is unset where the error alone tells it. Without anything
 * measured the row has no difference.
 */
ReadOutRow comparedRow(const KeyEntry& key, double value, std::optional<double> measured,
                       std::optional<double> error, std::optional<double> sigmas = {});

/// A row of a band.
ReadOutRow bandRow(const KeyEntry& key, double low, double high, std::optional<double> error);

/// "label = value", or the value alone where the axis has no label.
QString labelled(const QString& label, const QString& value);

} // namespace plumbline
