#pragma once

#include "ui/charts/marker_shape.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QRectF>
#include <QString>

#include <string>
#include <vector>

namespace plumbline {

enum class KeySwatch { fill, line, dashed, dotted, marker };

/// What one legend entry looks like.
struct KeyEntry {
    QString text;
    QColor colour;
    KeySwatch swatch = KeySwatch::line;
    MarkerShape shape = MarkerShape::circle;
    std::string key;     ///< of the series that it names
    bool hidden = false; ///< shown muted and struck out
    bool operator==(const KeyEntry&) const = default;
};

/// What the entry's series is drawn with, in a rectangle 18 pixels wide.
void paintSwatch(QPainter& painter, const KeyEntry& entry, const QRectF& rectangle);

/// Entries in rows above a plot; a long text is cut, never drawn over data.
struct Legend {
    struct Item {
        KeyEntry entry;
        QRectF rectangle;
    };
    std::vector<Item> items;
    double height = 0;

    void paint(QPainter& painter, const Theme& theme) const;

    /// The key of the entry at a place; empty for none.
    std::string keyAt(const QPointF& position) const;
};

Legend layOutLegend(const std::vector<KeyEntry>& entries, const QPointF& topLeft, double width);

} // namespace plumbline
