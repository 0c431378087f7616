#pragma once

#include "core/lab/explanation.h"
#include "core/lab/view_settings.h"

#include <QWidget>

#include <array>
#include <optional>

class QButtonGroup;
class QLabel;
class QPushButton;
class QRadioButton;

namespace plumbline {

class Paragraph;
class ParagraphColumn;
class Switch;

/**
 * "Predict first": a switch that hides the law, the lab's question with its answers, and Reveal,
 * which shows the law again and says how good the guess was. Its whole state is in the view's
 * predicting, guess and answer: asking while predicting, revealed where it is not but there is a
 * guess or an answer, else off.
 */
class PredictionBox : public QWidget {
    Q_OBJECT

  public:
    explicit PredictionBox(QWidget* parent = nullptr);

    void setPrediction(const std::optional<Prediction>& prediction);

    /// Emits nothing.
    void setView(const ViewSettings& view);

    /// How far the drawn curve is from the law, in total variation; unset without a curve.
    void setGuessDistance(std::optional<double> distance);

    Switch* predictSwitch() const { return m_switch; }
    QPushButton* revealButton() const { return m_reveal; }
    QPushButton* againButton() const { return m_again; }
    QRadioButton* answerButton(std::size_t index) const { return m_answers.at(index); }
    ParagraphColumn* outcome() const { return m_outcome; }

  signals:
    /// Of the view only predicting, guess and answer have changed.
    void edited(const ViewSettings& view);

  private:
    void buildControls();
    QWidget* makeSwitchRow();
    void buildQuestion();
    void connectSignals();
    void edit(ViewSettings view);
    void startOver(bool predicting);
    void show();
    void showAnswers();
    std::vector<std::string> outcomeWords() const;
    std::vector<std::string> answerWords() const;
    const Answer* chosenAnswer() const;

    static constexpr std::size_t kMostAnswers = 4;

    std::optional<Prediction> m_prediction;
    ViewSettings m_view;
    std::optional<double> m_guessDistance;
    Switch* m_switch = nullptr;
    QWidget* m_asking = nullptr;
    Paragraph* m_question = nullptr;
    QButtonGroup* m_group = nullptr;
    std::array<QRadioButton*, kMostAnswers> m_answers = {};
    QLabel* m_hint = nullptr;
    QPushButton* m_reveal = nullptr;
    QWidget* m_revealed = nullptr;
    ParagraphColumn* m_outcome = nullptr;
    QPushButton* m_again = nullptr;
};

} // namespace plumbline
