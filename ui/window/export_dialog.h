#pragma once

#include "ui/export/export_files.h"

#include <QDialog>
#include <QTimer>

#include <map>
#include <memory>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace plumbline {

class ComboBox;
class MessageLabel;
class NumberBox;
class PictureSizeEditor;

/// What there is to export when the dialog opens.
struct ExportSubject {
    std::shared_ptr<const Report> report; ///< the one on show
    LabDescription lab;
    ViewSettings view; ///< with the theme on show
    RunRecord record;  ///< of the run, for its JSON
};

/**
 * Saves the page or one figure of a report in several formats at once, under one name. Pictures
 * show the report that was on show when the dialog opened, unless a table or a JSON is saved with
 * them: then all files are of the complete report that the dialog asks for. What is wrong is said
 * in the dialog, which then stays with all that was entered; encoding and writing happen behind it.
 * Files that exist are replaced only after the dialog asked about them.
 */
class ExportDialog : public QDialog {
    Q_OBJECT

  public:
    explicit ExportDialog(const ExportSubject& subject, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// Starts with that figure; the page where there is none of that id.
    void selectFigure(const std::string& id);

    ExportRequest exportRequest() const;
    QString error() const;

    QComboBox* contents() const;
    QCheckBox* formatBox(ExportFormat format) const { return m_formats.at(format); }
    PictureSizeEditor* sizeEditor() const { return m_size; }
    NumberBox* scaleBox() const { return m_scale; }
    QComboBox* themes() const;
    QLineEdit* pathEdit() const { return m_path; }
    QLabel* preview() const { return m_preview; }
    QPushButton* saveButton() const { return m_save; }

  public slots:
    /// What completeReportWanted() asked for; null when there is none to be had.
    void takeCompleteReport(const std::shared_ptr<const plumbline::Report>& report);

  signals:
    void completeReportWanted();
    void saved(const QStringList& paths);

  private:
    void buildControls();
    QWidget* buildFormats();
    QBoxLayout* buildButtons();
    void addRow(QGridLayout* grid, const QString& title, const QList<QWidget*>& editors);
    void connectSignals();
    void takeContents();
    void browse();
    QString problem() const;
    QStringList existing() const;
    bool mayWrite();
    void showChange();
    QString note() const;
    void showPreview();
    void save();
    void write(const std::shared_ptr<const Report>& report);
    void finishSaving(const QString& error);
    void setBusy(bool busy);
    void showError(const QString& error);

    ExportSubject m_subject;
    ComboBox* m_contents = nullptr;
    std::map<ExportFormat, QCheckBox*> m_formats;
    PictureSizeEditor* m_size = nullptr;
    NumberBox* m_scale = nullptr;
    ComboBox* m_themes = nullptr;
    QLineEdit* m_path = nullptr;
    QStringList m_replaceable; ///< files that were agreed to be replaced
    QPushButton* m_browse = nullptr;
    QLabel* m_preview = nullptr;
    QTimer m_previewDelay;
    QWidget* m_form = nullptr; ///< all that can be entered
    MessageLabel* m_note = nullptr;
    MessageLabel* m_error = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_save = nullptr;
    bool m_awaitsReport = false;
};

} // namespace plumbline
