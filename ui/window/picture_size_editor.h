#pragma once

#include "ui/export/picture_size.h"

#include <QWidget>

class QComboBox;
class QStackedWidget;

namespace plumbline {

class ComboBox;
class NumberBox;

/// Width and height of a picture, in pixels or millimetres; a change of unit keeps the size.
class PictureSizeEditor : public QWidget {
    Q_OBJECT

  public:
    explicit PictureSizeEditor(const PictureSize& size, QWidget* parent = nullptr);

    /// In the unit that is shown.
    PictureSize size() const;
    void setSize(const PictureSize& size);

    /// Takes what was typed as final; returns what is wrong with it, empty for nothing.
    QString commit();

    NumberBox* widthBox() const { return pair().width; }
    NumberBox* heightBox() const { return pair().height; }
    QComboBox* unitBox() const;

  signals:
    void edited();
    void problemChanged(const QString& problem);

  private:
    struct Pair {
        NumberBox* width = nullptr;
        NumberBox* height = nullptr;
    };

    Pair addPair(LengthUnit unit);
    const Pair& pair() const { return m_unit == LengthUnit::millimetres ? m_paper : m_screen; }

    LengthUnit m_unit;
    Pair m_screen;
    Pair m_paper;
    QStackedWidget* m_pairs = nullptr;
    ComboBox* m_units = nullptr;
};

} // namespace plumbline
