#pragma once

#include "core/lab/view_settings.h"
#include "core/report/report.h"
#include "ui/theme/theme.h"
#include "ui/window/page_layout.h"

#include <QElapsedTimer>
#include <QWidget>

#include <memory>
#include <string>
#include <vector>

class QLabel;

namespace plumbline {

class Card;
class FigureView;
class VerdictTable;

/**
 * A report as a page: its figures as cards, the first one large, and the verdict table under them;
 * or one figure alone over the whole page. The window shows it and the page export renders it.
 * Views are built once and updated; a report with other figures than the last one gets new views.
 * What is not on the page is not updated until it is.
 */
class ReportPage : public QWidget {
    Q_OBJECT

  public:
    explicit ReportPage(const Theme& theme, QWidget* parent = nullptr);
    ~ReportPage() override;

    void setReport(const std::shared_ptr<const Report>& report);
    void setTheme(const Theme& theme);
    const Theme& theme() const { return *m_theme; }

    /// How the page is looked at; its theme is setTheme()'s. Emits nothing.
    void setView(const ViewSettings& view);
    const ViewSettings& view() const { return m_view; }

    /// Locking writes the ends that every figure shows into its settings; leaving the lock forgets
    /// them, and with them every zoom. Emits viewChanged.
    void setAxesMode(AxesMode mode);

    /// Lets a figure fill the page; empty: back to all. Emits viewChanged.
    void enlarge(const std::string& id);

    /// The figure that fills the page; empty when all are on it.
    std::string enlargedFigure() const;

    /// All type and strokes so many times as large, for a projector; above 0.
    void setTextScale(double scale);

    /// A line above the figures, for pictures that stand alone; empty: none.
    void setHeading(const QString& heading);

    /// What went wrong, above the figures, which stay; empty: nothing did.
    void setError(const QString& message);

    const std::shared_ptr<const Report>& report() const { return m_report; }
    QString error() const;

    /// Null when the report has no such figure.
    FigureView* figureView(const std::string& id) const;
    VerdictTable* verdictTable() const { return m_table; }

    /// The least height at which nothing is cut off, at a width; widths that squeeze the table are
    /// the caller's to avoid.
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override { return true; }
    int readableWidth() const;
    QSize sizeHint() const override;

  signals:
    /// Someone looked at it in another way: zoomed, hid a series, enlarged a figure.
    void viewChanged(const ViewSettings& view);

    /// Of the figure with that id, from its context menu.
    void copyImageRequested(const std::string& id);
    void copyDataRequested(const std::string& id);
    void exportRequested(const std::string& id);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct FigureCard {
        std::string id;
        std::size_t kind = 0; ///< index in FigureContent
        Card* card = nullptr;
        FigureView* view = nullptr;
    };

    /// Whether the table may change its columns for it: a new run, but no step of a drag.
    bool isOfAnotherRun(const Report& report);
    void buildControls();
    void scaleText();
    bool hasViewsFor(const Report& report) const;
    void buildViews(const Report& report);
    void connectView(const std::string& id, FigureView& view);
    void takeSettings(const std::string& id, const FigureSettings& settings);
    void showView();
    bool isOnPage(const FigureCard& figure) const;
    void bringUpToDate(std::size_t index);
    void lockAxes();
    void unlockAxes();
    void updateWhatIsOnPage();
    void showEnlarged();
    void openMenu(const std::string& id, const QPoint& globalPosition);
    QRect scaled(const QRect& rectangle) const;
    PageParts parts(int width) const;
    PageLayout layOut(const QSize& size) const;
    void place();

    const Theme* m_theme;
    std::shared_ptr<const Report> m_report;
    ViewSettings m_view;
    double m_textScale = 1;
    std::vector<FigureCard> m_figures;
    QLabel* m_heading = nullptr;
    QLabel* m_error = nullptr;
    VerdictTable* m_table = nullptr;
    QElapsedTimer m_sinceNewRun; ///< since parameters changed last
};

} // namespace plumbline
