#include "ui/window/picture_size_editor.h"

#include "ui/controls/combo_box.h"
#include "ui/controls/number_box.h"
#include "ui/export/image.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>

namespace plumbline {
namespace {

constexpr double kStepInPixels = 10;
constexpr double kStepInMillimetres = 0.5;

ParameterSpec sideSpec(const char* name, LengthUnit unit) {
    const PictureSize largest{kLargestImageSide, kLargestImageSide};
    const bool paper = unit == LengthUnit::millimetres;
    ParameterSpec spec;
    spec.name = name;
    spec.title = name;
    spec.kind = paper ? ParameterKind::real : ParameterKind::integer;
    spec.defaultValue = paper ? ParameterValue(1.0) : ParameterValue(std::int64_t{1});
    spec.minimum = 1;
    spec.maximum = largest.in(unit).width;
    spec.step = paper ? kStepInMillimetres : kStepInPixels;
    return spec;
}

} // namespace

PictureSizeEditor::PictureSizeEditor(const PictureSize& size, QWidget* parent)
    : QWidget(parent), m_unit(size.unit), m_pairs(new QStackedWidget), m_units(new ComboBox) {
    m_screen = addPair(LengthUnit::pixels);
    m_paper = addPair(LengthUnit::millimetres);
    m_units->addItem(tr("pixels"));
    m_units->addItem(tr("mm"));
    m_units->setAccessibleName(tr("Unit of the size"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(spacing::kSmall);
    line->addWidget(m_pairs);
    line->addWidget(m_units);
    setSize(size);
    connect(m_units, &QComboBox::activated, this, [this](int index) {
        setSize(this->size().in(index == 1 ? LengthUnit::millimetres : LengthUnit::pixels));
        emit edited();
    });
}

PictureSizeEditor::Pair PictureSizeEditor::addPair(LengthUnit unit) {
    const Pair pair{new NumberBox(sideSpec("width", unit)),
                    new NumberBox(sideSpec("height", unit))};
    pair.width->setAccessibleName(tr("Width"));
    pair.height->setAccessibleName(tr("Height"));
    auto* both = new QWidget;
    auto* line = new QHBoxLayout(both);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(spacing::kSmall);
    line->addWidget(pair.width);
    line->addWidget(new QLabel(QStringLiteral("×")));
    line->addWidget(pair.height);
    m_pairs->addWidget(both);
    for (NumberBox* box : {pair.width, pair.height}) {
        connect(box, &NumberBox::valueEdited, this, &PictureSizeEditor::edited);
        connect(box, &NumberBox::problemChanged, this, &PictureSizeEditor::problemChanged);
    }
    return pair;
}

PictureSize PictureSizeEditor::size() const {
    return {pair().width->value(), pair().height->value(), m_unit};
}

void PictureSizeEditor::setSize(const PictureSize& size) {
    m_unit = size.unit;
    pair().width->setValue(size.width);
    pair().height->setValue(size.height);
    const int index = m_unit == LengthUnit::millimetres ? 1 : 0;
    m_pairs->setCurrentIndex(index);
    m_units->setCurrentIndex(index);
}

QString PictureSizeEditor::commit() {
    for (NumberBox* box : {pair().width, pair().height})
        box->commitText();
    for (const NumberBox* box : {pair().width, pair().height}) {
        if (!box->problem().isEmpty())
            return box->problem();
    }
    return {};
}

QComboBox* PictureSizeEditor::unitBox() const {
    return m_units;
}

} // namespace plumbline
