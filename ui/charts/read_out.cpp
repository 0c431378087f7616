#include "ui/charts/read_out.h"

#include "core/report/number_format.h"
#include "core/report/spoken_text.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {
namespace {

constexpr double kDotDiameter = 7;
constexpr int kDigitsWithoutError = 4;

QString sigmaText(double sigma) {
    constexpr double kWholeFrom = 100;
    return QString::fromStdString(formatSigned(sigma, std::abs(sigma) < kWholeFrom ? 1 : 0)) + "σ";
}

std::optional<ValueFormat> formatOf(const std::optional<Measurement>& measurement) {
    return measurement ? valueFormat(measurement->value, measurement->error) : std::nullopt;
}

QString textLike(const std::optional<ValueFormat>& format, double value) {
    return QString::fromStdString(format ? formatLike(*format, value)
                                         : formatNumber(value, kDigitsWithoutError));
}

} // namespace

QString ReadOut::spoken() const {
    QStringList parts;
    if (!title.isEmpty())
        parts << title;
    for (const ReadOutRow& row : rows) {
        parts << QStringList({row.key.text, row.value, row.error}).join(u' ').trimmed();
        if (!row.difference.isEmpty())
            parts << QCoreApplication::translate("ReadOut", "difference") + " " + row.difference;
        if (!row.sigmas.isEmpty())
            parts << row.sigmas;
    }
    return QString::fromStdString(spokenText(parts.join(QStringLiteral(", ")).toStdString()))
        .simplified();
}

KeyEntry plainKey(const QString& text) {
    KeyEntry key;
    key.text = text;
    return key;
}

ReadOutMark dotAt(const QPointF& centre, const QColor& colour) {
    const QPointF half(kDotDiameter / 2, kDotDiameter / 2);
    return {ReadOutMark::Shape::dot, QRectF(centre - half, centre + half), colour};
}

ReadOutRow measuredRow(const KeyEntry& key, const Measurement& measurement) {
    const auto format = formatOf(measurement);
    ReadOutRow row{key, textLike(format, measurement.value)};
    if (format)
        row.error = "± " + textLike(format, *measurement.error);
    return row;
}

ReadOutRow comparedRow(const KeyEntry& key, double value,
                       const std::optional<Measurement>& measurement,
                       std::optional<double> sigmas) {
    const auto format = formatOf(measurement);
    ReadOutRow row{key, textLike(format, value)};
    if (!measurement)
        return row;
    const double difference = measurement->value - value;
    row.difference = QString::fromStdString(formatDifference(difference, format));
    if (!sigmas && format)
        sigmas = difference / *measurement->error;
    if (sigmas)
        row.sigmas = sigmaText(*sigmas);
    return row;
}

ReadOutRow rangeRow(const KeyEntry& key, double low, double high,
                    const std::optional<Measurement>& measurement) {
    const auto format = formatOf(measurement);
    ReadOutRow row{key, textLike(format, low), "– " + textLike(format, high)};
    row.isRange = true;
    return row;
}

QString labelled(const QString& label, const QString& value) {
    return label.isEmpty() ? value : label + " = " + value;
}

} // namespace plumbline
