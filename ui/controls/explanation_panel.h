#pragma once

#include "core/lab/explanation.h"
#include "core/lab/view_settings.h"

#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace plumbline {

class FormulaBlock;
class ParagraphColumn;
class PlottedList;
class PredictionBox;

/**
 * The theory beside the figures: why the law holds, its formulas with the current numbers, what is
 * plotted, what to try and where it stops holding. While the reader predicts there is nothing but
 * the question. Widgets are kept while words and numbers change, so that nothing flickers.
 */
class ExplanationPanel : public QWidget {
    Q_OBJECT

  public:
    explicit ExplanationPanel(QWidget* parent = nullptr);

    void setExplanation(const Explanation& explanation);

    /// Only predicting, guess and answer matter here. Emits nothing.
    void setView(const ViewSettings& view);

    /// How far the reader's curve is from the law; unset without a curve.
    void setGuessDistance(std::optional<double> distance);

    PredictionBox* predictionBox() const { return m_prediction; }
    FormulaBlock* formulaBlock(std::size_t index) const { return m_formulas.at(index); }

    /// Those on show are the first ones.
    const std::vector<QPushButton*>& tryButtons() const { return m_tries; }

  signals:
    void presetChosen(const QString& id);
    void valuesChosen(const std::vector<std::pair<std::string, ParameterValue>>& values);

    /// Of the view only predicting, guess and answer have changed.
    void viewEdited(const ViewSettings& view);

  private:
    void buildControls();
    void connectSignals();
    void setFormulas(const std::vector<Formula>& formulas);
    void setSuggestions(const std::vector<Suggestion>& suggestions);
    void addTryButton();
    void showTheory(bool shown);

    std::vector<Suggestion> m_suggestions;
    PredictionBox* m_prediction = nullptr;
    QWidget* m_theory = nullptr; ///< all that gives the law away
    QLabel* m_title = nullptr;
    ParagraphColumn* m_paragraphs = nullptr;
    QVBoxLayout* m_formulaColumn = nullptr;
    std::vector<FormulaBlock*> m_formulas;
    QLabel* m_plottedTitle = nullptr;
    PlottedList* m_plotted = nullptr;
    QLabel* m_triesTitle = nullptr;
    QVBoxLayout* m_tryColumn = nullptr;
    std::vector<QPushButton*> m_tries;
    QLabel* m_conditionsTitle = nullptr;
    ParagraphColumn* m_conditions = nullptr;
};

} // namespace plumbline
