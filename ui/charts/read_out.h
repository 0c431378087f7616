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
    QString error = {};      ///< "± 0.0019", or the upper end of a range: "– 0.0840"
    QString difference = {}; ///< what was simulated minus this: "+0.0016"
    QString sigmas = {};     ///< the same in standard deviations: "+0.8σ"
    bool isRange = false;
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

/// A measured value and its standard error; what is compared with it is written like it.
struct Measurement {
    double value = 0;
    std::optional<double> error = {};
};

ReadOutRow measuredRow(const KeyEntry& key, const Measurement& measurement);

/// A row of what a measurement is compared with; its difference is measured - value, and sigmas is
/// given where the error alone does not tell it. Without a measurement the value stands alone.
ReadOutRow comparedRow(const KeyEntry& key, double value,
                       const std::optional<Measurement>& measurement,
                       std::optional<double> sigmas = {});

ReadOutRow rangeRow(const KeyEntry& key, double low, double high,
                    const std::optional<Measurement>& measurement);

/// "label = value", or the value alone where the axis has no label.
QString labelled(const QString& label, const QString& value);

} // namespace plumbline
