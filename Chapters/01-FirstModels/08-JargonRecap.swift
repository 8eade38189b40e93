// # The words once more
//
// Section 1.8 · After this page you have all new words on one sheet, and know how to look one up.

import Figures
import Foundation
import Notebook

// Much of what makes deep learning look hard are its words. Here are those that this chapter has used, in the order of
// the book's table. `swift run ch01 --glossary epoch` looks one up.

extension FirstModels {
    func allWords() throws {
        show(
            TextTable(["word", "what it means"], rows: Glossary.bookTerms.map { [$0.term, $0.meaning] }),
            "The jargon of deep learning")

        // All of them in one paragraph. A *model* is an *architecture* whose *parameters* have values. We *fit* it,
        // or *train* it, on the *training set*, whose *labels* we know: its *loss* becomes smaller from *epoch* to
        // *epoch*. What it has learned for good shows on the *validation set*, in a *metric*. If it does well on the
        // one and badly on the other, it is *overfitting*. For pictures the architecture is usually a *CNN*. And
        // mostly one does not begin with random parameters, but *fine-tunes* a *pretrained model*.

        // Two pairs are mixed up again and again. A question about each:
        show(
            try Glossary.entry("loss").meaning, "loss",
            predict: .choice(
                "Which of the two does training make smaller, step by step?", ["the metric", "the loss"],
                answer: "the loss"))
        show(
            try Glossary.entry("architecture").meaning, "architecture",
            predict: .choice(
                "Two nets are built alike, and one of them is trained. What do they have in common?",
                ["the parameters", "the architecture", "the predictions"], answer: "the architecture"))
        show(
            TextTable(["word", "what it means"], rows: Glossary.moreTerms.map { [$0.term, $0.meaning] }),
            "Words of this chapter that are not in the book's table")
    }
}
