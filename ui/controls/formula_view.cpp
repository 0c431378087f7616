#include "ui/controls/formula_view.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr int kLeastWidth = 60;
constexpr int kMargin = spacing::kTiny; ///< round the formula, where the focus is drawn

QString resource(const QString& id, const char* suffix) {
    return QStringLiteral(":/formulas/%1.%2").arg(id, QLatin1String(suffix));
}

QString textOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

} // namespace

FormulaView::FormulaView(QWidget* parent)
    : QLabel(parent), m_renderer(std::make_unique<QSvgRenderer>()) {
    setObjectName(QStringLiteral("formula"));
    setFocusPolicy(Qt::TabFocus);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto* copy = new QAction(tr("Copy LaTeX"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &FormulaView::copyLatex);
    addAction(copy);
}

FormulaView::~FormulaView() = default;

void FormulaView::setFormula(const QString& id, const QString& spoken) {
    setAccessibleName(spoken);
    if (id == m_id)
        return;
    m_id = id;
    m_latex = textOf(resource(id, "tex"));
    setToolTip(m_latex);
    m_picture = {};
    const bool known = QFile::exists(resource(id, "svg")) && m_renderer->load(resource(id, "svg"));
    setVisible(known);
    updateGeometry();
    update();
}

void FormulaView::copyLatex() const {
    QGuiApplication::clipboard()->setText(m_latex);
}

QSize FormulaView::sizeHint() const {
    const QSize natural = m_renderer->defaultSize();
    return {natural.width() + 2 * kMargin, natural.height() + 2 * kMargin};
}

QSize FormulaView::minimumSizeHint() const {
    return {kLeastWidth, heightForWidth(kLeastWidth)};
}

int FormulaView::heightForWidth(int width) const {
    return static_cast<int>(std::ceil(fitting(width).height())) + 2 * kMargin;
}

QSizeF FormulaView::fitting(int width) const {
    const QSizeF natural = m_renderer->viewBoxF().size() *
                           (m_renderer->defaultSize().width() / m_renderer->viewBoxF().width());
    return natural * std::min(1.0, std::max(1, width - 2 * kMargin) / natural.width());
}

QPixmap FormulaView::picture(const QSizeF& size) const {
    const double ratio = devicePixelRatioF();
    QImage image((size * ratio).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    m_renderer->render(&painter, QRectF(image.rect()));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), m_pictureColour);
    painter.end();
    QPixmap result = QPixmap::fromImage(std::move(image));
    result.setDevicePixelRatio(ratio);
    return result;
}

void FormulaView::paintEvent(QPaintEvent*) {
    if (!m_renderer->isValid())
        return;
    const QSizeF size = fitting(width());
    const QColor colour = palette().color(foregroundRole());
    const QSize pixels = (size * devicePixelRatioF()).toSize().expandedTo({1, 1});
    if (m_picture.size() != pixels || m_pictureColour != colour) {
        m_pictureColour = colour;
        m_picture = picture(size);
    }
    QPainter painter(this);
    const double ratio = devicePixelRatioF();
    const auto onPixel = [ratio](double place) { return std::round(place * ratio) / ratio; };
    painter.drawPixmap(
        QPointF(onPixel((width() - size.width()) / 2), onPixel((height() - size.height()) / 2)),
        m_picture);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kMargin, kMargin);
}

} // namespace plumbline
