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
 * A report as a page: its figures as cards, the first one large, and the verdict table under them.
 * The window shows it and the page export renders it. Views are built once and updated; a report
 * with other figures than the last one gets new views.
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

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    /// Whether the table may change its columns for it: a new run, but no step of a drag.
    bool isOfAnotherRun(const Report& report);
    struct FigureCard {
        std::string id;
        std::size_t kind = 0; ///< index in FigureContent
        Card* card = nullptr;
        FigureView* view = nullptr;
    };

    void buildControls();
    bool hasViewsFor(const Report& report) const;
    void buildViews(const Report& report);
    PageParts parts(int width) const;
    void place();

    const Theme* m_theme;
    std::shared_ptr<const Report> m_report;
    ViewSettings m_view;
    std::vector<FigureCard> m_figures;
    QLabel* m_heading = nullptr;
    QLabel* m_error = nullptr;
    VerdictTable* m_table = nullptr;
    QElapsedTimer m_sinceNewRun; ///< since parameters changed last
};

} // namespace plumbline
