#include "ui/charts/heatmap_read_out.h"

#include "core/report/number_format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr double kLeastOutline = 6; ///< round cells that are smaller than that

QString label(const char* what, const std::vector<std::string>& labels, std::size_t index) {
    const std::string name =
        index < labels.size() ? labels[index] : formatCount(static_cast<std::int64_t>(index) + 1);
    return QCoreApplication::translate("ReadOut", what) + " " + QString::fromStdString(name);
}

QString valueText(double value) {
    constexpr int kDigits = 5;
    return std::isnan(value) ? QCoreApplication::translate("ReadOut", "no value")
                             : QString::fromStdString(formatNumber(value, kDigits));
}

QRectF outlineOf(const QRectF& cell) {
    const double x = std::max(0.0, kLeastOutline - cell.width()) / 2;
    const double y = std::max(0.0, kLeastOutline - cell.height()) / 2;
    return cell.adjusted(-x, -y, x, y);
}

QString titleOr(const QString& title, const char* otherwise) {
    return title.isEmpty() ? QCoreApplication::translate("ReadOut", otherwise) : title;
}

bool hasTwin(const HeatmapLayout& layout) {
    return layout.panels.size() == 2 &&
           layout.panels[0].matrix->rows == layout.panels[1].matrix->rows &&
           layout.panels[0].matrix->columns == layout.panels[1].matrix->columns;
}

} // namespace

std::optional<int> cellAt(const HeatmapPanel& panel, const QPointF& position) {
    const Matrix& matrix = *panel.matrix;
    if (!panel.cells.contains(position) || matrix.values.empty())
        return std::nullopt;
    const QPointF inside = position - panel.cells.topLeft();
    const auto index = [](double share, std::size_t count) {
        return std::min(count - 1, static_cast<std::size_t>(share * static_cast<double>(count)));
    };
    const std::size_t row = index(inside.y() / panel.cells.height(), matrix.rows);
    const std::size_t column = index(inside.x() / panel.cells.width(), matrix.columns);
    return static_cast<int>(row * matrix.columns + column);
}

QRectF cellRectangle(const HeatmapPanel& panel, int cell) {
    const double width = panel.cells.width() / static_cast<double>(panel.matrix->columns);
    const double height = panel.cells.height() / static_cast<double>(panel.matrix->rows);
    const auto columns = static_cast<int>(panel.matrix->columns);
    return QRectF(panel.cells.left() + cell % columns * width,
                  panel.cells.top() + cell / columns * height, width, height);
}

std::optional<ReadOut> heatmapReadOut(const Heatmap& heatmap, const HeatmapLayout& layout,
                                      int datum) {
    std::size_t p = 0;
    auto cell = static_cast<std::size_t>(std::max(0, datum));
    while (p < layout.panels.size() && cell >= layout.panels[p].matrix->values.size())
        cell -= layout.panels[p++].matrix->values.size();
    if (datum < 0 || p == layout.panels.size())
        return std::nullopt;
    const HeatmapPanel& panel = layout.panels[p];
    ReadOut readOut;
    readOut.title = label(QT_TRANSLATE_NOOP("ReadOut", "row"), heatmap.rowLabels,
                          cell / panel.matrix->columns) +
                    ", " +
                    label(QT_TRANSLATE_NOOP("ReadOut", "column"), heatmap.columnLabels,
                          cell % panel.matrix->columns);
    readOut.datum = outlineOf(cellRectangle(panel, static_cast<int>(cell)));
    readOut.marks = {{ReadOutMark::Shape::outline, readOut.datum}};
    if (!hasTwin(layout)) {
        readOut.rows.push_back(
            {plainKey(titleOr(panel.title, QT_TRANSLATE_NOOP("ReadOut", "value"))),
             valueText(panel.matrix->values[cell])});
        return readOut;
    }
    const HeatmapPanel& other = layout.panels[1 - p];
    readOut.marks.append(
        {ReadOutMark::Shape::outline, outlineOf(cellRectangle(other, static_cast<int>(cell)))});
    const double first = layout.panels[0].matrix->values[cell];
    const double second = layout.panels[1].matrix->values[cell];
    const QString difference = std::isnan(first - second)
                                   ? QString()
                                   : QString::fromStdString(formatDifference(first - second, {}));
    readOut.rows = {
        {plainKey(titleOr(layout.panels[0].title, QT_TRANSLATE_NOOP("ReadOut", "first"))),
         valueText(first)},
        {plainKey(titleOr(layout.panels[1].title, QT_TRANSLATE_NOOP("ReadOut", "second"))),
         valueText(second),
         {},
         difference}};
    return readOut;
}

} // namespace plumbline
