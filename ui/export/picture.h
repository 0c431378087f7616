#pragma once

#include "ui/export/image.h"

#include <QColor>
#include <QPainter>
#include <QSizeF>
#include <QString>
#include <QWidget>

#include <memory>
#include <vector>

namespace plumbline {

/**
 * A report laid out off screen with the views of the window, so that window, command line and every
 * format look alike; one drawing for raster images and for writers of vectors. Needs a QApplication
 * (the offscreen platform will do) and its thread. The request must have passed
 * checkImageRequest().
 *
 * A figure fills the picture with a margin of 16. A page has the lab's title as its heading, all
 * figures and the verdict table. At the foot a line says where the picture comes from; under a
 * single figure without what the figure's own caption says in full. Where all this needs more room
 * than asked for, the whole is drawn smaller, so nothing is ever cut off.
 */
class Picture {
  public:
    Picture(const Report& report, const LabDescription& lab, const ImageRequest& request);
    ~Picture();

    QString title() const { return m_title; }
    QString description() const { return m_description; } ///< for who cannot see it
    QColor paper() const;

    /// Paints the whole picture, its paper too, from the origin on in layout units.
    void paint(QPainter& painter) const;

  private:
    void makePage(const Report& report, const LabDescription& lab);
    void makeFigure(const Report& report, const Figure& figure);
    void fit();
    QSizeF least(double width) const;
    QRect contentPlace() const;
    QStringList footLines(double width) const;
    double footHeight(double width) const;
    void paintFoot(QPainter& painter) const;

    ImageRequest m_request;
    QString m_title;
    QString m_description;
    QStringList m_foot;                ///< its parts
    std::unique_ptr<QWidget> m_window; ///< never on a screen
    QWidget* m_content = nullptr;      ///< the page or the figure's view
    int m_margin = 0;                  ///< round the content
    int m_textInset = 0;               ///< from the margin to where text begins
    double m_shrink = 1;               ///< layout units of the content per one asked for
};

/// The scene that brings the picture back.
std::string pictureScene(const Report& report, const ImageRequest& request);

} // namespace plumbline
