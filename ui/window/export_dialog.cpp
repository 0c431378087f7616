#include "ui/window/export_dialog.h"

#include "core/io/output_file.h"
#include "core/lab/scene.h"
#include "ui/controls/appearance.h"
#include "ui/controls/combo_box.h"
#include "ui/controls/message_label.h"
#include "ui/controls/number_box.h"
#include "ui/export/png_scene.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

namespace plumbline {
namespace {

constexpr int kDialogWidth = 480;
constexpr int kLabelWidth = 72;

ParameterSpec sideSpec(const char* name, int value) {
    ParameterSpec spec;
    spec.name = name;
    spec.title = name;
    spec.kind = ParameterKind::integer;
    spec.defaultValue = std::int64_t{value};
    spec.minimum = 1;
    spec.maximum = kLargestImageSide;
    spec.step = 10;
    return spec;
}

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

std::string sceneTextOf(const Report& report, ThemeChoice theme) {
    Scene scene;
    scene.lab = report.lab;
    scene.parameters = report.parameters;
    scene.seed = report.seed;
    scene.trials = report.plannedTrials;
    scene.view.theme = theme;
    return formatScene(scene);
}

} // namespace

ExportDialog::ExportDialog(std::shared_ptr<const Report> report, const LabDescription& lab,
                           ThemeChoice theme, QWidget* parent)
    : QDialog(parent), m_report(std::move(report)), m_lab(lab), m_theme(theme) {
    buildControls();
    connectSignals();
    applyTheme(*this, Theme::of(theme));
    showNotes();
}

ExportDialog::~ExportDialog() {
    // A box that loses the focus as the dialog goes still confirms its text.
    for (NumberBox* box : {m_width, m_height, m_scale})
        box->disconnect(this);
}

QComboBox* ExportDialog::contents() const {
    return m_contents;
}

QComboBox* ExportDialog::themes() const {
    return m_themes;
}

void ExportDialog::buildControls() {
    setWindowTitle(tr("Export PNG"));
    m_contents = new ComboBox;
    m_contents->addItem(tr("Whole page"), QString());
    for (const Figure& figure : m_report->figures)
        m_contents->addItem(QString::fromStdString(figure.title),
                            QString::fromStdString(figure.id));
    m_width = new NumberBox(sideSpec("width", static_cast<int>(kPageImageSize.width)));
    m_height = new NumberBox(sideSpec("height", static_cast<int>(kPageImageSize.height)));
    m_scale = new NumberBox(scaleSpec());
    m_width->setAccessibleName(tr("Width"));
    m_height->setAccessibleName(tr("Height"));
    m_scale->setAccessibleName(tr("Scale"));
    m_themes = new ComboBox;
    m_themes->addItem(tr("Light"));
    m_themes->addItem(tr("Dark"));
    m_themes->setCurrentIndex(m_theme == ThemeChoice::dark ? 1 : 0);
    m_path = new QLineEdit(
        QDir(startFolder()).filePath(QString::fromStdString(m_lab.id) + QStringLiteral(".png")));
    m_browse = new QPushButton(tr("Browse…"));
    m_note = new MessageLabel("muted");
    m_error = new MessageLabel("error");
    m_cancel = new QPushButton(tr("Cancel"));
    m_save = new QPushButton(tr("Save"));
    m_save->setProperty("primary", true);
    m_save->setDefault(true);
    for (QPushButton* button : {m_browse, m_cancel})
        button->setAutoDefault(false);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(spacing::kMedium);
    grid->setVerticalSpacing(spacing::kMedium);
    grid->setColumnMinimumWidth(0, kLabelWidth);
    grid->setColumnStretch(1, 1);
    addRow(grid, tr("Contents"), {m_contents});
    addRow(
        grid, tr("Size"),
        {m_width, new QLabel(QStringLiteral("×")), m_height, new QLabel(tr("at scale")), m_scale});
    addRow(grid, tr("Theme"), {m_themes});
    addRow(grid, tr("File"), {m_path, m_browse});
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::kSmall);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::kHuge, spacing::kHuge, spacing::kHuge, spacing::kLarge);
    column->setSpacing(spacing::kMedium);
    column->addLayout(grid);
    column->addWidget(m_note);
    column->addWidget(m_error);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(kDialogWidth);
}

void ExportDialog::addRow(QGridLayout* grid, const QString& title, const QList<QWidget*>& editors) {
    auto* label = new QLabel(title);
    label->setProperty("role", "muted");
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    auto* line = new QHBoxLayout;
    line->setSpacing(spacing::kSmall);
    for (QWidget* editor : editors) {
        const bool stretches = qobject_cast<QLineEdit*>(editor) != nullptr;
        line->addWidget(editor, stretches ? 1 : 0);
        if (!qobject_cast<QLabel*>(editor) && editor->accessibleName().isEmpty())
            editor->setAccessibleName(title);
    }
    if (!qobject_cast<QLineEdit*>(editors.front()))
        line->addStretch();
    grid->addLayout(line, row, 1);
}

void ExportDialog::connectSignals() {
    connect(m_contents, &QComboBox::activated, this, &ExportDialog::takeContents);
    for (NumberBox* box : {m_width, m_height, m_scale}) {
        connect(box, &NumberBox::valueEdited, this, &ExportDialog::showNotes);
        connect(box, &NumberBox::problemChanged, this, &ExportDialog::showError);
    }
    connect(m_path, &QLineEdit::textChanged, this, [this] {
        m_replaceable.clear();
        showNotes();
    });
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);
}

ImageRequest ExportDialog::imageRequest() const {
    ImageRequest request;
    request.size = {m_width->value(), m_height->value()};
    request.scale = m_scale->value();
    request.view.theme = m_themes->currentIndex() == 1 ? ThemeChoice::dark : ThemeChoice::light;
    const QString figure = m_contents->currentData().toString();
    if (!figure.isEmpty())
        request.figure = figure.toStdString();
    return request;
}

/// A size that nobody changed follows what is drawn.
void ExportDialog::takeContents() {
    const PictureSize size = imageRequest().size;
    if (size != kPageImageSize && size != kFigureImageSize)
        return;
    const PictureSize usual = imageRequest().figure ? kFigureImageSize : kPageImageSize;
    m_width->setValue(usual.width);
    m_height->setValue(usual.height);
    showNotes();
}

void ExportDialog::browse() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Export PNG"), m_path->text(),
                                                      tr("PNG pictures (*.png)"));
    if (path.isEmpty())
        return;
    m_path->setText(path);
    // That dialog has asked about a file that was there.
    if (QFileInfo::exists(path))
        m_replaceable = path;
    showNotes();
}

QString ExportDialog::path() const {
    return m_path->text().trimmed();
}

QString ExportDialog::pathProblem() const {
    if (path().isEmpty())
        return tr("Choose a file to save to");
    if (!path().endsWith(QStringLiteral(".png")))
        return tr("an image must be a FILE.png");
    if (const auto problem = checkOutputFile(path().toStdString()))
        return QString::fromStdString(*problem);
    const QFileInfo file(path());
    if (file.exists() && !file.isFile())
        return tr("%1 is not a regular file").arg(file.fileName());
    return {};
}

/// The first time that it is asked about a file that is there, it asks back.
bool ExportDialog::mayWrite() {
    const QFileInfo file(path());
    if (!file.exists() || m_replaceable == path())
        return true;
    m_replaceable = path();
    showNotes();
    showError(tr("%1 exists; save again to replace it").arg(file.fileName()));
    return false;
}

void ExportDialog::showNotes() {
    showError({});
    m_save->setText(m_replaceable.isEmpty() ? tr("Save") : tr("Replace"));
    const QSize pixels = imageRequest().pixelSize();
    m_note->setMessage(tr("%1 × %2 pixels").arg(pixels.width()).arg(pixels.height()));
}

void ExportDialog::save() {
    for (NumberBox* box : {m_width, m_height, m_scale})
        box->commitText();
    const ImageRequest request = imageRequest();
    for (const NumberBox* box : {m_width, m_height, m_scale}) {
        if (!box->problem().isEmpty())
            return showError(box->problem());
    }
    if (const auto problem = checkImageRequest(request, *m_report))
        return showError(QString::fromStdString(*problem));
    if (const QString problem = pathProblem(); !problem.isEmpty())
        return showError(problem);
    if (!mayWrite())
        return;
    const QImage image = renderImage(*m_report, m_lab, request);
    if (image.isNull())
        return showError(tr("There is not enough memory for a picture of that size"));
    m_save->setEnabled(false);
    m_save->setText(tr("Saving…"));
    m_writer = std::jthread([this, image, path = path().toStdString(),
                             scene = sceneTextOf(*m_report, request.theme())] {
        const QByteArray png = encodePng(image, scene, m_lab.title);
        const auto error =
            png.isEmpty()
                ? std::optional<std::string>("the picture could not be encoded")
                : writeOutputFile(path, {png.constData(), static_cast<std::size_t>(png.size())});
        const QString message = QString::fromStdString(error.value_or(std::string()));
        QMetaObject::invokeMethod(this, [this, message] { finishSaving(message); });
    });
}

void ExportDialog::finishSaving(const QString& error) {
    m_save->setEnabled(true);
    showNotes();
    if (!error.isEmpty())
        return showError(error);
    emit saved(path());
    accept();
}

void ExportDialog::showError(const QString& error) {
    m_error->setMessage(error);
}

QString ExportDialog::error() const {
    return m_error->message();
}

} // namespace plumbline
