#pragma once

#include <QMenu>

namespace plumbline {

class FigureView;

/// What can be done with a figure. Zooming and hiding act on the view; the rest is asked for.
class FigureMenu : public QMenu {
    Q_OBJECT

  public:
    /// For the view as it is now; enlarged: it fills the page.
    FigureMenu(FigureView& view, bool enlarged, QWidget* parent);

  signals:
    void enlargeRequested(); ///< or the way back
    void copyImageRequested();
    void copyDataRequested();
    void exportRequested();

  private:
    void addAxesActions(FigureView& view);
    void addSeriesActions(FigureView& view);
};

} // namespace plumbline
