#pragma once

#include "ui/export/image.h"

#include <QDialog>

#include <memory>
#include <thread>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace plumbline {

class ComboBox;
class MessageLabel;
class NumberBox;

/**
 * Saves the page or one figure of a report as a PNG. The report is the one that was on show when
 * the dialog opened. What is wrong is said in the dialog, which then stays with all that was
 * entered; encoding and writing happen behind it. A file that exists is replaced only after Browse
 * or the dialog asked about it.
 */
class ExportDialog : public QDialog {
    Q_OBJECT

  public:
    ExportDialog(std::shared_ptr<const Report> report, const LabDescription& lab, ThemeChoice theme,
                 QWidget* parent = nullptr);
    ~ExportDialog() override;

    ImageRequest imageRequest() const;
    QString error() const;

    QComboBox* contents() const;
    NumberBox* widthBox() const { return m_width; }
    NumberBox* heightBox() const { return m_height; }
    NumberBox* scaleBox() const { return m_scale; }
    QComboBox* themes() const;
    QLineEdit* pathEdit() const { return m_path; }
    QPushButton* saveButton() const { return m_save; }

  signals:
    void saved(const QString& path);

  private:
    void buildControls();
    void addRow(QGridLayout* grid, const QString& title, const QList<QWidget*>& editors);
    void connectSignals();
    void takeContents();
    void browse();
    QString path() const;
    QString pathProblem() const; ///< empty: a picture can be written there
    bool mayWrite();
    void showNotes();
    void save();
    void finishSaving(const QString& error);
    void showError(const QString& error);

    std::shared_ptr<const Report> m_report;
    LabDescription m_lab;
    ThemeChoice m_theme;
    ComboBox* m_contents = nullptr;
    NumberBox* m_width = nullptr;
    NumberBox* m_height = nullptr;
    NumberBox* m_scale = nullptr;
    ComboBox* m_themes = nullptr;
    QLineEdit* m_path = nullptr;
    QString m_replaceable; ///< the path of the file that was agreed to be replaced
    QPushButton* m_browse = nullptr;
    MessageLabel* m_note = nullptr;
    MessageLabel* m_error = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_save = nullptr;
    std::jthread m_writer;
};

} // namespace plumbline
