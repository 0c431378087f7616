#include "ui/window/export_dialog.h"

#include "ui/controls/appearance.h"
#include "ui/controls/combo_box.h"
#include "ui/controls/message_label.h"
#include "ui/controls/number_box.h"
#include "ui/window/picture_size_editor.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QStandardPaths>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace plumbline {
namespace {

constexpr int kLabelWidth = 72;
constexpr int kPathWidth = 320;
constexpr QSize kPreviewSize(288, 216);
constexpr int kPreviewMilliseconds = 80; ///< after the last change
constexpr double kPreviewDensity = 2;    ///< drawn so much larger, lest hairlines vanish

ParameterSpec scaleSpec() {
    ParameterSpec spec;
    spec.name = "scale";
    spec.title = "scale";
    spec.defaultValue = kImageScale;
    spec.minimum = 0.1;
    spec.maximum = kLargestImageScale;
    spec.step = 0.5;
    return spec;
}

QString startFolder() {
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    return QFileInfo(pictures).isDir() ? pictures : QDir::homePath();
}

QString fileName(const std::string& path) {
    return QFileInfo(QString::fromStdString(path)).fileName();
}

QLabel* mutedLabel(const QString& text) {
    auto* label = new QLabel(text);
    label->setProperty("role", "muted");
    return label;
}

} // namespace

ExportDialog::ExportDialog(const ExportSubject& subject, QWidget* parent)
    : QDialog(parent), m_subject(subject) {
    buildControls();
    connectSignals();
    applyTheme(*this, Theme::of(subject.view.theme.value_or(ThemeChoice::light)));
    showChange();
}

ExportDialog::~ExportDialog() {
    // A box that loses the focus as the dialog goes still confirms its text.
    m_scale->disconnect(this);
    m_size->disconnect(this);
}

QComboBox* ExportDialog::contents() const {
    return m_contents;
}

QComboBox* ExportDialog::themes() const {
    return m_themes;
}

void ExportDialog::buildControls() {
    setWindowTitle(tr("Export"));
    m_contents = new ComboBox;
    m_contents->addItem(tr("Whole page"), QString());
    for (const Figure& figure : m_subject.report->figures)
        m_contents->addItem(QString::fromStdString(figure.title),
                            QString::fromStdString(figure.id));
    m_size = new PictureSizeEditor(kPageImageSize);
    m_scale = new NumberBox(scaleSpec());
    m_scale->setAccessibleName(tr("Scale of the PNG"));
    m_themes = new ComboBox;
    m_themes->addItems({tr("Light"), tr("Dark")});
    m_themes->setCurrentIndex(m_subject.view.theme == ThemeChoice::dark ? 1 : 0);
    m_path = new QLineEdit(QDir(startFolder()).filePath(QString::fromStdString(m_subject.lab.id)));
    m_path->setMinimumWidth(kPathWidth);
    m_browse = new QPushButton(tr("Browse…"));
    m_browse->setAutoDefault(false);
    m_preview = new QLabel;
    m_preview->setFixedSize(kPreviewSize);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("Preview"));
    m_note = new MessageLabel("muted");
    m_error = new MessageLabel("error");
    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(kPreviewMilliseconds);

    m_form = new QWidget;
    auto* grid = new QGridLayout(m_form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::kMedium);
    grid->setVerticalSpacing(spacing::kMedium);
    grid->setColumnMinimumWidth(0, kLabelWidth);
    grid->setColumnStretch(1, 1);
    addRow(grid, tr("Contents"), {m_contents});
    addRow(grid, tr("Formats"), {buildFormats()});
    addRow(grid, tr("Size"), {m_size});
    addRow(grid, tr("PNG scale"), {m_scale});
    addRow(grid, tr("Theme"), {m_themes});
    addRow(grid, tr("Name"), {m_path, m_browse});
    auto* upper = new QHBoxLayout;
    upper->setSpacing(spacing::kHuge);
    upper->addWidget(m_form, 1, Qt::AlignTop);
    upper->addWidget(m_preview, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::kHuge, spacing::kHuge, spacing::kHuge, spacing::kLarge);
    column->setSpacing(spacing::kMedium);
    column->addLayout(upper);
    column->addWidget(m_note);
    column->addWidget(m_error);
    column->addStretch();
    column->addLayout(buildButtons());
}

QWidget* ExportDialog::buildFormats() {
    auto* all = new QWidget;
    auto* line = new QHBoxLayout(all);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(spacing::kLarge);
    for (const ExportFormat format : kExportFormats) {
        auto* box = new QCheckBox(formatName(format).toUpper());
        box->setChecked(format == ExportFormat::png);
        m_formats[format] = box;
        line->addWidget(box);
    }
    return all;
}

QBoxLayout* ExportDialog::buildButtons() {
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setAutoDefault(false);
    m_save = new QPushButton(tr("Save"));
    m_save->setProperty("primary", true);
    m_save->setDefault(true);
    auto* line = new QHBoxLayout;
    line->setSpacing(spacing::kSmall);
    line->addStretch();
    line->addWidget(m_cancel);
    line->addWidget(m_save);
    return line;
}

void ExportDialog::addRow(QGridLayout* grid, const QString& title, const QList<QWidget*>& editors) {
    const int row = grid->rowCount();
    grid->addWidget(mutedLabel(title), row, 0);
    auto* line = new QHBoxLayout;
    line->setSpacing(spacing::kSmall);
    for (QWidget* editor : editors) {
        line->addWidget(editor);
        if (editor->accessibleName().isEmpty())
            editor->setAccessibleName(title);
    }
    if (editors.size() == 1)
        line->addStretch();
    grid->addLayout(line, row, 1);
}

void ExportDialog::connectSignals() {
    connect(m_contents, &QComboBox::activated, this, &ExportDialog::takeContents);
    for (const auto& [format, box] : m_formats)
        connect(box, &QCheckBox::toggled, this, &ExportDialog::showChange);
    connect(m_size, &PictureSizeEditor::edited, this, &ExportDialog::showChange);
    connect(m_size, &PictureSizeEditor::problemChanged, this, &ExportDialog::showError);
    connect(m_scale, &NumberBox::valueEdited, this, &ExportDialog::showChange);
    connect(m_scale, &NumberBox::problemChanged, this, &ExportDialog::showError);
    connect(m_themes, &QComboBox::activated, this, &ExportDialog::showChange);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::showChange);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);
    connect(&m_previewDelay, &QTimer::timeout, this, &ExportDialog::showPreview);
}

/// A name with an ending asks for that format too.
ExportRequest ExportDialog::exportRequest() const {
    ExportRequest request;
    const QString name = m_path->text().trimmed();
    const auto split = splitFormat(name);
    request.base = (split ? split->first : name).toStdString();
    for (const auto& [format, box] : m_formats) {
        if (box->isChecked() || (split && split->second == format))
            request.formats.push_back(format);
    }
    request.picture = {m_size->size(), m_scale->value(), m_subject.view, std::nullopt};
    request.picture.view.theme =
        m_themes->currentIndex() == 1 ? ThemeChoice::dark : ThemeChoice::light;
    const QString figure = m_contents->currentData().toString();
    if (!figure.isEmpty())
        request.picture.figure = figure.toStdString();
    return request;
}

void ExportDialog::selectFigure(const std::string& id) {
    m_contents->setCurrentIndex(std::max(0, m_contents->findData(QString::fromStdString(id))));
    takeContents();
}

/// A size that nobody changed follows what is drawn.
void ExportDialog::takeContents() {
    const PictureSize size = m_size->size();
    if (size == kPageImageSize || size == kFigureImageSize)
        m_size->setSize(exportRequest().picture.figure ? kFigureImageSize : kPageImageSize);
    showChange();
}

void ExportDialog::browse() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export"), m_path->text(), QString(), nullptr,
                                     QFileDialog::DontConfirmOverwrite); // asked about here
    if (!path.isEmpty())
        m_path->setText(path);
}

QString ExportDialog::problem() const {
    const ExportRequest request = exportRequest();
    if (request.formats.empty())
        return tr("Choose at least one format");
    if (QFileInfo(QString::fromStdString(request.base)).fileName().isEmpty())
        return tr("Choose a name to save under");
    if (const auto found = checkExport(request, *m_subject.report))
        return QString::fromStdString(*found);
    for (const ExportFormat format : request.formats) {
        const QFileInfo file(QString::fromStdString(exportPath(request, format)));
        if (file.exists() && !file.isFile() && !file.isDir())
            return tr("%1 is not a regular file").arg(file.fileName());
    }
    return {};
}

QStringList ExportDialog::existing() const {
    const ExportRequest request = exportRequest();
    QStringList paths;
    for (const ExportFormat format : request.formats) {
        const QString path = QString::fromStdString(exportPath(request, format));
        if (QFileInfo::exists(path))
            paths << path;
    }
    return paths;
}

/// The first time that it is asked about files that are there, it asks back.
bool ExportDialog::mayWrite() {
    const QStringList there = existing();
    if (there.isEmpty() || there == m_replaceable)
        return true;
    QStringList names;
    for (const QString& path : there)
        names << QFileInfo(path).fileName();
    m_replaceable = there;
    m_save->setText(tr("Replace"));
    showError(names.size() == 1 ? tr("%1 exists; save again to replace it").arg(names.front())
                                : tr("%1 exist; save again to replace them").arg(names.join(", ")));
    return false;
}

/// Whatever was entered is another thing to save.
void ExportDialog::showChange() {
    m_replaceable.clear();
    m_save->setText(tr("Save"));
    m_scale->setEnabled(m_formats[ExportFormat::png]->isChecked());
    m_note->setMessage(note());
    m_previewDelay.start();
    showError({});
}

QString ExportDialog::note() const {
    const ExportRequest request = exportRequest();
    QStringList files;
    for (const ExportFormat format : request.formats) {
        QString file = fileName(exportPath(request, format));
        if (format == ExportFormat::png) {
            const QSize pixels = request.picture.pixelSize();
            file += tr(" (%1 × %2 pixels)").arg(pixels.width()).arg(pixels.height());
        }
        files << file;
    }
    return files.join(QStringLiteral(" · "));
}

void ExportDialog::showPreview() {
    ImageRequest request = exportRequest().picture;
    const QSizeF layout = request.size.layout();
    const QSizeF room = QSizeF(kPreviewSize) * devicePixelRatioF();
    const double scale = std::min(room.width() / layout.width(), room.height() / layout.height());
    request.scale = std::min(kPreviewDensity * scale, kLargestImageScale);
    QPixmap picture;
    if (!checkImageRequest(request))
        picture = QPixmap::fromImage(renderImage(*m_subject.report, m_subject.lab, request)
                                         .scaled((layout * scale).toSize().expandedTo({1, 1}),
                                                 Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    if (!picture.isNull()) {
        QPainter painter(&picture);
        painter.setPen(Theme::of(request.theme()).line);
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1));
    }
    picture.setDevicePixelRatio(devicePixelRatioF());
    m_preview->setPixmap(picture);
}

void ExportDialog::save() {
    m_scale->commitText();
    for (const QString& found : {m_size->commit(), m_scale->problem(), problem()}) {
        if (!found.isEmpty())
            return showError(found);
    }
    if (!mayWrite())
        return;
    setBusy(true);
    m_awaitsReport = exportRequest().needsArrays();
    if (m_awaitsReport)
        emit completeReportWanted();
    else
        write(m_subject.report);
}

void ExportDialog::takeCompleteReport(const std::shared_ptr<const Report>& report) {
    if (!std::exchange(m_awaitsReport, false))
        return;
    if (!report)
        return finishSaving(tr("There is no run to take the numbers from"));
    // The run may have become one of other parameters, with other figures.
    if (const auto gone = checkImageRequest(exportRequest().picture, *report))
        return finishSaving(QString::fromStdString(*gone));
    write(report);
}

void ExportDialog::write(const std::shared_ptr<const Report>& report) {
    // Closing the dialog waits for nothing: the files that are begun become whole without it.
    QThreadPool::globalInstance()->start(
        [dialog = QPointer(this),
         job = prepareExport(exportRequest(), report, m_subject.record, m_subject.lab)] {
            const QString message = QString::fromStdString(job().value_or(std::string()));
            QMetaObject::invokeMethod(qApp, [dialog, message] {
                if (dialog)
                    dialog->finishSaving(message);
            });
        });
}

void ExportDialog::finishSaving(const QString& error) {
    setBusy(false);
    if (!error.isEmpty())
        return showError(error);
    const ExportRequest request = exportRequest();
    QStringList paths;
    for (const ExportFormat format : request.formats)
        paths << QString::fromStdString(exportPath(request, format));
    emit saved(paths);
    accept();
}

void ExportDialog::setBusy(bool busy) {
    m_form->setEnabled(!busy);
    m_save->setEnabled(!busy);
    m_save->setText(busy ? tr("Saving…") : tr("Save"));
}

void ExportDialog::showError(const QString& error) {
    m_error->setMessage(error);
}

QString ExportDialog::error() const {
    return m_error->message();
}

} // namespace plumbline
