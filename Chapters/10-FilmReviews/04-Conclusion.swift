// # Two models from one
//
// Section 10.4 · After this page you can say in a few sentences what this chapter has built.

import Figures
import Notebook
import Text

extension FilmReviews {
    func whatWasBuilt() throws {
        // Two models have come from this chapter. The language model guesses the next token, and writes. The classifier
        // says whether somebody liked a film; it has the encoder of the first, and a head of its own. On the way, a
        // text became tokens, tokens became numbers, and numbers became batches of two kinds:
        let table = TextTable(
            ["", "language model", "classifier"],
            rows: [
                ["what goes in", "a stream of all texts", "one text after the other"],
                ["labels", "the next token", "from people"],
                ["batches", "rows that go on", "texts of about one length"],
                ["padding", "none", "up to the longest"],
                ["last layer", "a score for each token", "a score for each class"],
                ["judged by", "perplexity", "accuracy"],
            ])
        show(
            table, "The two models of this chapter",
            predict: .choice(
                "Which of the two needs padding?", ["the language model", "the classifier", "both"],
                answer: "the classifier"))
        let trained = try languageModel
        let all = trained.net.parameters.reduce(0) { $0 + $1.value.count }
        let encoder = trained.net.encoder.parameters.reduce(0) { $0 + $1.value.count }
        let tokens = trained.vocabulary.count
        record("parameters/its-encoder", encoder)
        record(
            "parameters/language-model", all,
            predict: .choice(
                "The last layer scores \(tokens) tokens. How many numbers does it add to the encoder's?",
                ["\(tokens)", "\(tokens * smallPlan(trained.vocabulary).embedding)", "none"],
                answer: "\(all - encoder)"))
        // Nearly everything is in the encoder: the weights of the last layer are the rows of the embedding once more,
        // and only a bias for each token is new. How the LSTM itself works is told in chapter 12.
    }
}
