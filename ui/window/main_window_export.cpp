#include "ui/export/clipboard.h"
#include "ui/window/export_dialog.h"
#include "ui/window/lab_panels.h"
#include "ui/window/main_window.h"
#include "ui/window/report_page.h"
#include "ui/window/status_strip.h"

namespace plumbline {

void MainWindow::connectExport() {
    connect(m_page, &ReportPage::exportRequested, this, &MainWindow::exportFigure);
    connect(m_page, &ReportPage::copyImageRequested, this, [this](const std::string& id) {
        const Report& report = *m_page->report();
        copyFigureImage(report, m_side->lab(report.lab)->description(), scene().view, id);
    });
    connect(m_page, &ReportPage::copyDataRequested, this,
            [this](const std::string& id) { copyFigureData(*m_page->report(), id); });
}

void MainWindow::exportImage() {
    exportFigure({});
}

void MainWindow::exportFigure(const std::string& id) {
    const auto& report = m_page->report();
    if (!report)
        return;
    // The report on show may still be of the lab that was left.
    const ExportSubject subject{report, m_side->lab(report->lab)->description(), scene().view,
                                runRecord()};
    auto* dialog = new ExportDialog(subject, this);
    dialog->selectFigure(id);
    connect(dialog, &ExportDialog::completeReportWanted, this, [this, dialog] {
        if (m_runner.request() && m_page->error().isEmpty())
            m_runner.requestComplete();
        else
            dialog->takeCompleteReport(nullptr);
    });
    connect(dialog, &ExportDialog::saved, this, [this](const QStringList& paths) {
        m_status->setNote(tr("saved %1").arg(paths.join(QStringLiteral(", "))));
    });
    connect(&m_runner, &Runner::completeReport, dialog, &ExportDialog::takeCompleteReport);
    connect(&m_runner, &Runner::failed, dialog, [dialog] { dialog->takeCompleteReport(nullptr); });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

RunRecord MainWindow::runRecord() const {
    RunRecord record;
    if (m_runner.request())
        record.threads = m_runner.request()->threads;
    if (m_trialsPerSecond > 0)
        record.seconds = static_cast<double>(m_page->report()->trials) / m_trialsPerSecond;
    return record;
}

} // namespace plumbline
