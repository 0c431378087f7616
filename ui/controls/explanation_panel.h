#pragma once

#include "core/lab/lab.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace plumbline {

/// The words beside the figures: title, paragraphs, formula, and a button that tries a preset.
class ExplanationPanel : public QWidget {
    Q_OBJECT

  public:
    explicit ExplanationPanel(QWidget* parent = nullptr);

    /// presets: where the explanation's presetId is looked up for the button's title.
    void setExplanation(const Explanation& explanation, const std::vector<Preset>& presets);

    QPushButton* tryButton() const { return m_try; }

  signals:
    void presetChosen(const QString& id);

  private:
    void buildControls();
    void connectSignals();
    void setParagraphs(QVBoxLayout* layout, const std::vector<std::string>& paragraphs);

    QLabel* m_title = nullptr;
    QVBoxLayout* m_before = nullptr;
    QLabel* m_formula = nullptr;
    QVBoxLayout* m_after = nullptr;
    QPushButton* m_try = nullptr;
    QString m_presetId;
};

/// A paragraph in which **bold** is the only markup, as rich text; everything else is escaped.
QString paragraphHtml(const std::string& paragraph);

} // namespace plumbline
