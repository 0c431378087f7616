#include "ui/charts/scatter_read_out.h"

#include "core/report/number_format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr double kRing = 12;
constexpr int kDigits = 4;

std::size_t sizeOf(const Series& group) {
    return std::min(group.x.size(), group.y.size());
}

QString number(double value) {
    return QString::fromStdString(formatNumber(value, kDigits));
}

QString orElse(const QString& text, const char* otherwise) {
    return text.isEmpty() ? QString::fromUtf8(otherwise) : text;
}

KeyEntry keyNamed(const std::vector<KeyEntry>& keys, const std::string& name) {
    const QString text = QString::fromStdString(name);
    const auto found = std::ranges::find(keys, text, &KeyEntry::text);
    return found == keys.end() ? plainKey(text) : *found;
}

QString holds(const Ellipse& ellipse, double x, double y) {
    return radiusIn(ellipse, x, y) <= 1 ? QCoreApplication::translate("ReadOut", "inside")
                                        : QCoreApplication::translate("ReadOut", "outside");
}

} // namespace

int pointCount(const Scatter& scatter) {
    std::size_t count = 0;
    for (const Series& group : scatter.groups)
        count += sizeOf(group);
    return static_cast<int>(count);
}

std::optional<int> nearestPoint(const Scatter& scatter, const PlotFrame& frame,
                                const QPointF& position, double reach) {
    std::optional<int> nearest;
    double least = reach;
    int index = 0;
    for (const Series& group : scatter.groups) {
        for (std::size_t i = 0; i < sizeOf(group); ++i, ++index) {
            const QPointF point = frame.map(group.x[i], group.y[i]);
            const double distance = std::hypot(point.x() - position.x(), point.y() - position.y());
            if (!(distance < least) || !frame.plot.contains(point))
                continue;
            least = distance;
            nearest = index;
        }
    }
    return nearest;
}

double radiusIn(const Ellipse& ellipse, double x, double y) {
    const double fromX = x - ellipse.centreX;
    const double fromY = y - ellipse.centreY;
    const double along = fromX * std::cos(ellipse.angle) + fromY * std::sin(ellipse.angle);
    const double across = fromY * std::cos(ellipse.angle) - fromX * std::sin(ellipse.angle);
    return std::hypot(along / ellipse.semiAxisA, across / ellipse.semiAxisB);
}

std::optional<ReadOut> scatterReadOut(const Scatter& scatter, const PlotFrame& frame,
                                      const std::vector<KeyEntry>& keys, int point) {
    if (point < 0)
        return std::nullopt;
    auto index = static_cast<std::size_t>(point);
    std::size_t g = 0;
    while (g < scatter.groups.size() && index >= sizeOf(scatter.groups[g]))
        index -= sizeOf(scatter.groups[g++]);
    if (g == scatter.groups.size())
        return std::nullopt;
    const Series& group = scatter.groups[g];
    const double x = group.x[index];
    const double y = group.y[index];
    const QPointF place = frame.map(x, y);
    if (!frame.plot.contains(place))
        return std::nullopt;

    ReadOut readOut;
    readOut.datum = QRectF(place - QPointF(kRing, kRing) / 2, QSizeF(kRing, kRing));
    readOut.marks = {{ReadOutMark::Shape::ring, readOut.datum}};
    readOut.title = keys[g].text;
    if (index < group.labels.size() && !group.labels[index].empty())
        readOut.title = QString::fromStdString(group.labels[index]);
    readOut.rows.push_back({plainKey(orElse(frame.xTitle, "x")), number(x)});
    readOut.rows.push_back({plainKey(orElse(frame.yTitle, "y")), number(y)});
    for (const Ellipse& ellipse : scatter.ellipses) {
        if (!ellipse.name.empty())
            readOut.rows.push_back({keyNamed(keys, ellipse.name), holds(ellipse, x, y)});
    }
    return readOut;
}

} // namespace plumbline
