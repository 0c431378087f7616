#pragma once

#include <QByteArray>
#include <QColor>
#include <QFont>
#include <QPainterPath>
#include <QPointF>
#include <QString>

#include <optional>

namespace plumbline {

/// Text for an XML document: escaped, and without characters that no XML document may hold.
QByteArray xmlText(const QString& text);

/// The words that an SVG is made of.
namespace svg {

/// At most two decimals, no trailing zeros, no negative zero.
QByteArray number(double value);

/// "1.5 2".
QByteArray point(const QPointF& at);

/// ` name="value"`, of a value that needs no escaping.
QByteArray attribute(const char* name, const QByteArray& value);

/// The colour, and name-opacity where it is not opaque.
QByteArray colourAttributes(const char* name, const QColor& colour, double opacity);

/// In absolute commands M, L and C.
QByteArray pathData(const QPainterPath& path);

/// The corner's radius of a path that is a rounded rectangle, and nothing of any other.
std::optional<double> cornerRadius(const QPainterPath& path);

bool isEllipse(const QPainterPath& path);

/// The font's family and what may stand in for it where it is not installed.
QByteArray familiesOf(const QFont& font);

} // namespace svg
} // namespace plumbline
