#include "ui/controls/number_text.h"

#include "core/report/number_format.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

const QChar kMinus(0x2212);

constexpr double kLargestWrittenOut = 1e15;
constexpr double kSmallestWrittenOut = 1e-4;
constexpr int kMostDecimals = 6;

QString withRealMinus(QString text) {
    return text.replace(u'-', kMinus);
}

/// "1234567.25" -> "1,234,567.25"
QString grouped(QString text) {
    const qsizetype point = text.indexOf(u'.');
    const qsizetype start = text.startsWith(u'-') || text.startsWith(kMinus) ? 1 : 0;
    for (qsizetype i = (point < 0 ? text.size() : point) - 3; i > start; i -= 3)
        text.insert(i, u',');
    return text;
}

/// "1.2e-09" -> "1.2e-9"
QString scientific(QString text) {
    static const QRegularExpression padding(QStringLiteral("e([+-])0*(\\d)"));
    text.replace(padding, QStringLiteral("e\\1\\2"));
    return text.replace(QLatin1String("e+"), QLatin1String("e"));
}

bool isWrittenOut(double value) {
    const double size = std::abs(value);
    return value == 0 || (size >= kSmallestWrittenOut && size < kLargestWrittenOut);
}

int magnitudeOf(double value) {
    return value == 0 ? 0 : static_cast<int>(std::floor(std::log10(std::abs(value))));
}

} // namespace

QString countText(std::int64_t count) {
    return QString::fromStdString(formatCount(count));
}

QString valueText(double value, int decimals) {
    if (!isWrittenOut(value))
        return withRealMinus(
            scientific(QString::number(value, 'e', QLocale::FloatingPointShortest)));
    QString text = QString::number(value, 'f', QLocale::FloatingPointShortest);
    const qsizetype point = text.indexOf(u'.');
    const qsizetype written = point < 0 ? 0 : text.size() - point - 1;
    if (written < decimals)
        text = QString::number(value, 'f', decimals);
    return withRealMinus(grouped(text));
}

int decimalsOfStep(double step) {
    if (!(step > 0) || step >= 1)
        return 0;
    return std::min(-magnitudeOf(step), kMostDecimals);
}

QString rateText(double perSecond) {
    static constexpr struct {
        double size;
        const char* prefix;
    } kPrefixes[] = {{1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1e3, "k"}};
    for (const auto& [size, prefix] : kPrefixes) {
        if (perSecond >= size)
            return QString::fromStdString(formatNumber(perSecond / size, 2)) + u' ' +
                   QLatin1String(prefix);
    }
    return QString::fromStdString(formatNumber(perSecond, 2));
}

QString ungrouped(const QString& text) {
    QString plain = text.trimmed();
    plain.replace(kMinus, u'-');
    static const QRegularExpression grouping(
        QStringLiteral("^[+-]?\\d{1,3}([,_'  \\x{2009}\\x{202F}\\x{00A0}]\\d{3})+(\\.\\d*)?$"));
    if (grouping.match(plain).hasMatch())
        plain.remove(QRegularExpression(QStringLiteral("[^0-9.+-]")));
    return plain;
}

} // namespace plumbline
