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

bool usable(std::optional<double> error) {
    return error && std::isfinite(*error) && *error > 0;
}

QString plainText(double value) {
    return QString::fromStdString(formatNumber(value, kDigitsWithoutError));
}

/// As many digits as an error of that size lets one compare.
QString textBeside(double value, std::optional<double> error) {
    if (!usable(error))
        return plainText(value);
    const FormattedValue formatted = formatValue(value, error);
    return QString::fromStdString(formatted.value + formatted.scale);
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

ReadOutRow measuredRow(const KeyEntry& key, double value, std::optional<double> error) {
    if (!usable(error))
        return {key, plainText(value)};
    const FormattedValue formatted = formatValue(value, error);
    if (!formatted.scale.empty())
        return {key, QString::fromStdString(formatted.text())};
    return {key, QString::fromStdString(formatted.value),
            "± " + QString::fromStdString(formatted.error)};
}

ReadOutRow comparedRow(const KeyEntry& key, double value, std::optional<double> measured,
                       std::optional<double> error, std::optional<double> sigmas) {
    ReadOutRow row{key, textBeside(value, error)};
    if (!measured)
        return row;
    const double difference = *measured - value;
    row.difference = QString::fromStdString(formatDifference(difference, error));
    if (!sigmas && usable(error))
        sigmas = difference / *error;
    if (sigmas)
        row.sigmas = sigmaText(*sigmas);
    return row;
}

ReadOutRow bandRow(const KeyEntry& key, double low, double high, std::optional<double> error) {
    return {key, textBeside(low, error) + " – " + textBeside(high, error)};
}

QString labelled(const QString& label, const QString& value) {
    return label.isEmpty() ? value : label + " = " + value;
}

} // namespace plumbline
