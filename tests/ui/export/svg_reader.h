#pragma once

#include <QByteArray>
#include <QColor>
#include <QRectF>
#include <QString>
#include <QXmlStreamReader>

#include <cmath>
#include <vector>

namespace plumbline {

/// One element of an SVG that is drawn, with what its groups say of it.
struct SvgItem {
    QString name;  ///< "rect", "path", "text" ...
    QColor colour; ///< of the fill, else of the stroke; invalid without either
    double opacity = 1;
    QRectF bounds; ///< of corners, points and control points; of a text its place
    QString text;
    QString anchor;
    double fontSize = 0;
};

struct SvgReading {
    std::vector<SvgItem> items;
    QString error; ///< empty: well formed
    QString width, height, viewBox, title, scene;
};

/// An SVG as an XML reader sees it: an oracle that shares nothing with the writer. Knows no
/// transforms and only absolute path commands: what else there is is an error.
class SvgReader {
  public:
    explicit SvgReader(const QByteArray& svg) : m_xml(svg) {}

    SvgReading read() {
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.isStartElement())
                start();
            else if (m_xml.isEndElement() && m_xml.name() == QLatin1String("g"))
                m_groups.pop_back();
        }
        if (m_xml.hasError() && m_reading.error.isEmpty())
            m_reading.error = m_xml.errorString();
        return m_reading;
    }

  private:
    void start() {
        const QString name = m_xml.name().toString();
        const auto attributes = m_xml.attributes();
        if (name == QLatin1String("svg")) {
            m_reading.width = attributes.value("width").toString();
            m_reading.height = attributes.value("height").toString();
            m_reading.viewBox = attributes.value("viewBox").toString();
        } else if (name == QLatin1String("title")) {
            m_reading.title = m_xml.readElementText();
        } else if (name == QLatin1String("plumbline-scene")) {
            m_reading.scene = m_xml.readElementText();
        } else if (name == QLatin1String("g")) {
            m_groups.push_back(attributes);
        } else if (name != QLatin1String("desc") && name != QLatin1String("metadata") &&
                   !name.startsWith(QLatin1String("linearGradient")) &&
                   name != QLatin1String("stop")) {
            addItem(name, attributes);
        }
    }

    QString inherited(const char* key) const {
        for (auto group = m_groups.rbegin(); group != m_groups.rend(); ++group) {
            if (group->hasAttribute(QLatin1String(key)))
                return group->value(QLatin1String(key)).toString();
        }
        return {};
    }

    void addItem(const QString& name, const QXmlStreamAttributes& attributes) {
        const auto number = [&](const char* key) {
            return numberOf(attributes.value(key).toString());
        };
        SvgItem item;
        item.name = name;
        const QString fill = inherited("fill");
        const bool filled = !fill.isEmpty() && fill != QLatin1String("none");
        item.colour = QColor(filled ? fill : inherited("stroke"));
        const QString opacity = inherited(filled ? "fill-opacity" : "stroke-opacity");
        item.opacity = opacity.isEmpty() ? 1 : numberOf(opacity);
        item.fontSize = numberOf(inherited("font-size").isEmpty() ? "0" : inherited("font-size"));
        item.anchor = attributes.value("text-anchor").toString();
        if (name == QLatin1String("rect") || name == QLatin1String("image")) {
            item.bounds = {number("x"), number("y"), number("width"), number("height")};
        } else if (name == QLatin1String("circle")) {
            const double r = number("r");
            item.bounds = {number("cx") - r, number("cy") - r, 2 * r, 2 * r};
        } else if (name == QLatin1String("text")) {
            if (!attributes.hasAttribute("transform"))
                item.bounds = {number("x"), number("y"), 0, 0};
            item.text = m_xml.readElementText();
        } else if (name == QLatin1String("path")) {
            item.bounds = boundsOfPath(attributes.value("d").toString());
        } else if (name == QLatin1String("polyline") || name == QLatin1String("polygon")) {
            item.bounds = boundsOfPath('M' + attributes.value("points").toString());
        } else {
            m_reading.error = "unknown element " + name;
        }
        m_reading.items.push_back(item);
    }

    double numberOf(const QString& text) {
        bool good = false;
        const double value = text.toDouble(&good);
        if (!good || !std::isfinite(value))
            m_reading.error = "no number: " + text;
        return value;
    }

    QRectF boundsOfPath(const QString& data) {
        QString word;
        double left = 1e300, right = -1e300, top = 1e300, bottom = -1e300;
        QChar command;
        bool isX = true;
        const auto take = [&] {
            if (word.isEmpty())
                return;
            const double value = numberOf(word);
            word.clear();
            const bool x = command == u'H' || (command != u'V' && isX);
            (x ? left : top) = std::min(x ? left : top, value);
            (x ? right : bottom) = std::max(x ? right : bottom, value);
            isX = !isX;
        };
        for (const QChar c : data) {
            if (c.isLetter()) {
                take();
                if (!QStringLiteral("MLHVCZ").contains(c))
                    m_reading.error = QStringLiteral("unknown path command ") + c;
                command = c;
                isX = true;
            } else if (c == u' ') {
                take();
            } else {
                word += c;
            }
        }
        take();
        return QRectF(QPointF(left, top), QPointF(right, bottom));
    }

    QXmlStreamReader m_xml;
    std::vector<QXmlStreamAttributes> m_groups;
    SvgReading m_reading;
};

inline SvgReading readSvg(const QByteArray& svg) {
    return SvgReader(svg).read();
}

} // namespace plumbline
