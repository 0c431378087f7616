#include "ui/export/picture.h"

#include "core/lab/origin_caption.h"
#include "core/report/figure_without_law.h"
#include "core/report/report_json.h"
#include "ui/charts/figure_header.h"
#include "ui/charts/figure_view.h"
#include "ui/controls/appearance.h"
#include "ui/theme/tabular.h"
#include "ui/window/report_page.h"

#include <QApplication>

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr int kFigureMargin = spacing::kLarge;
constexpr int kFootGap = spacing::kTiny; ///< between the content and the foot
constexpr double kShrinkStep = 1.04;
constexpr double kMostShrink = 64;
const QString kSeparator = QStringLiteral(" · ");

double textWidth(const QString& text) {
    return QFontMetricsF(type::caption()).horizontalAdvance(text);
}

double lineHeight() {
    return std::ceil(QFontMetricsF(type::caption()).height());
}

/// A guess is drawn over the first histogram.
bool isGuessedOver(const Report& report, const Figure& figure) {
    const auto first = std::ranges::find_if(report.figures, [](const Figure& each) {
        return std::holds_alternative<Histogram>(each.content);
    });
    return first != report.figures.end() && first->id == figure.id;
}

QString toQt(const std::string& text) {
    return QString::fromStdString(text);
}

} // namespace

Picture::Picture(const Report& report, const LabDescription& lab, const ImageRequest& request)
    : m_request(request), m_window(std::make_unique<QWidget>()) {
    applyTheme(*m_window, Theme::of(request.theme()));
    m_window->setAttribute(Qt::WA_DontShowOnScreen);
    for (const std::string& part : originParts(report, lab))
        m_foot << toQt(part);
    if (request.figure)
        makeFigure(report, *report.figure(*request.figure));
    else
        makePage(report, lab);
    fit();
}

Picture::~Picture() = default;

void Picture::makePage(const Report& report, const LabDescription& lab) {
    auto* page = new ReportPage(Theme::of(m_request.theme()), m_window.get());
    page->setReport(std::make_shared<const Report>(report));
    page->setView(m_request.view);
    page->setHeading(toQt(lab.group + " / " + lab.title));
    m_content = page;
    m_textInset = spacing::kMedium;
    m_title = toQt(lab.title);
    // The summary names the laws.
    m_description = m_request.view.predicting ? m_title : toQt(lab.summary);
}

void Picture::makeFigure(const Report& report, const Figure& figure) {
    FigureView* view = makeFigureView(figure, Theme::of(m_request.theme())).release();
    showAs(*view, figure.id, m_request.view, isGuessedOver(report, figure));
    view->setParent(m_window.get());
    m_content = view;
    m_margin = kFigureMargin;
    m_textInset = kViewMargin;
    const Figure shown = m_request.view.predicting ? withoutLaw(figure) : figure;
    m_title = toQt(shown.title);
    m_description = toQt(shown.summary);
    const double room = m_request.size.layout().width() - 2 * (m_margin + m_textInset);
    if (textWidth(toQt(shown.caption)) > room)
        return; // it will be cut, so the foot says everything
    std::vector<std::string> parts;
    for (const QString& part : std::as_const(m_foot))
        parts.push_back(part.toStdString());
    m_foot.clear();
    for (const std::string& part : partsNotIn(shown.caption, parts))
        m_foot << toQt(part);
}

/// What is needed at that width.
QSizeF Picture::least(double width) const {
    QSizeF content = m_content->minimumSizeHint();
    if (const auto* page = qobject_cast<const ReportPage*>(m_content))
        content = QSizeF(page->readableWidth(), page->heightForWidth(static_cast<int>(width)));
    double widestPart = 0;
    for (const QString& part : m_foot)
        widestPart = std::max(widestPart, textWidth(part));
    return {std::max(content.width() + 2 * m_margin, widestPart + 2 * (m_margin + m_textInset)),
            content.height() + m_margin + footHeight(width)};
}

/// Lays the content out as if it were shown.
void Picture::fit() {
    const QSizeF asked = m_request.size.layout();
    for (; m_shrink < kMostShrink; m_shrink *= kShrinkStep) {
        const QSizeF size = asked * m_shrink;
        const QSizeF needed = least(size.width());
        if (size.width() >= needed.width() && size.height() >= needed.height())
            break;
    }
    m_window->resize((asked * m_shrink).toSize());
    m_content->setGeometry(contentPlace());
    m_content->show();
    m_window->show();
    QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

QRect Picture::contentPlace() const {
    const QSizeF size = m_request.size.layout() * m_shrink;
    return {m_margin, m_margin, std::max(1, static_cast<int>(size.width()) - 2 * m_margin),
            std::max(1, static_cast<int>(size.height() - footHeight(size.width())) - m_margin)};
}

/// As many parts a line as fit.
QStringList Picture::footLines(double width) const {
    const double room = width - 2 * (m_margin + m_textInset);
    QStringList lines;
    for (const QString& part : m_foot) {
        if (!lines.isEmpty() && textWidth(lines.back() + kSeparator + part) <= room)
            lines.back() += kSeparator + part;
        else
            lines << part;
    }
    return lines;
}

/// With the gap above it and the margin beneath.
double Picture::footHeight(double width) const {
    const int gap = m_margin > 0 ? kFootGap : 0; // a page ends with a margin of its own
    const int beneath = m_margin > 0 ? m_margin : spacing::kMedium;
    return gap + lineHeight() * static_cast<double>(footLines(width).size()) + beneath;
}

QColor Picture::paper() const {
    const Theme& theme = Theme::of(m_request.theme());
    return m_request.figure ? theme.card : theme.background;
}

void Picture::paint(QPainter& painter) const {
    painter.fillRect(QRectF(QPointF(), m_request.size.layout()), paper());
    painter.save();
    painter.scale(1 / m_shrink, 1 / m_shrink);
    m_content->render(&painter, m_content->pos(), {}, QWidget::DrawChildren);
    paintFoot(painter);
    painter.restore();
}

void Picture::paintFoot(QPainter& painter) const {
    const QSizeF size = m_request.size.layout() * m_shrink;
    const QFontMetricsF metrics(type::caption());
    painter.setFont(type::caption());
    painter.setPen(Theme::of(m_request.theme()).muted);
    double top = m_content->geometry().bottom() + 1 + (m_margin > 0 ? kFootGap : 0);
    for (const QString& line : footLines(size.width())) {
        painter.drawText(QPointF(m_margin + m_textInset, top + std::round(metrics.ascent())), line);
        top += lineHeight();
    }
}

std::string pictureScene(const Report& report, const ImageRequest& request) {
    return formatScene(reportScene(report, request.view));
}

} // namespace plumbline
