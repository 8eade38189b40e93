// # Texts
//
// Section 1.9 · After this page you have trained a model that says whether a review praises a film.

import Figures
import Foundation
import Notebook
import Tensors
import Text
import Training

// From pictures to texts. The data are reviews of films, each with the label `pos` or `neg`. A model cannot read, it
// calculates; so a text is cut into words and signs, the *tokens*, and each token becomes its number in a list, the
// *vocabulary*. Then the net reads a review token by token, as you do, and says in the end what it thinks of it.
// (Chapter 10 takes that apart.)
//
// The book starts from a net that has read all of Wikipedia before (`text_classifier_learner` with `AWD_LSTM` and
// `drop_mult=0.5`), and fine-tunes it on 25,000 reviews, 14 minutes on a graphics card. Here a much smaller net begins
// with nothing, and reads only the beginning of each review. So do not expect the book's numbers on real reviews; look
// at what is the same, the few lines.

// A `Reviewer` is what comes of it: whoever wants to know what it thinks of a review needs the net and its vocabulary.

/// A classifier with its vocabulary.
struct Reviewer {
    let vocabulary: TokenVocabulary
    let learner: TextLearner<PaddedTexts, TextClassifierNet>

    /// The probabilities of `neg` and `pos` for a review. (The book's `predict`, the last of its results.)
    func callAsFunction(_ review: String) -> [Float] {
        learner.probabilities(NumberedTexts([vocabulary(Tokenizer()(review))])).scalars
    }
}

// And this is how it is made:

extension FirstModels {
    /// What a review becomes: numbers of its first tokens.
    private var longest: Int { run.size(quick: 20, usual: data.reviews.folder == nil ? 120 : 200, full: 400) }

    /// A classifier of reviews, trained. (Its `loaders` are the book's `TextDataLoaders.from_folder`.)
    var reviewer: Reviewer {
        get throws {
            try run.once {
                var random = run.random
                let (train, test) = (try data.reviews.contents.train, try data.reviews.contents.test)
                let tokens = Tokenizer().tokenized(train.map(\.text))
                let vocabulary = TokenVocabulary(of: tokens, minFrequency: 2, maximum: 5000)
                func numbered(_ texts: [LabelledText]) -> NumberedTexts {
                    let all = vocabulary.numbered(Tokenizer().tokenized(texts.map(\.text)))
                    return NumberedTexts(all.map { Array($0.prefix(longest)) })
                }
                let loaders = DataLoaders(
                    DataLoader(
                        texts: numbered(train), labels: train.map(\.label), batchSize: 16, shuffledUsing: &random),
                    DataLoader(texts: numbered(test), labels: test.map(\.label)))
                let plan = AWDPlan(
                    vocabulary: vocabulary.count, embedding: run.size(quick: 8, usual: 48),
                    hidden: 48, layers: 1)
                let net = TextClassifierNet(plan, classes: 2, dropouts: 0.5 * .classifier, using: &random)
                let learner = TextLearner(classifier: loaders, net)
                try EpochReporting.silently {
                    try learner.fitOneCycle(run.size(quick: 1, usual: 5, full: 10), 1e-2)
                }
                return Reviewer(vocabulary: vocabulary, learner: learner)
            }
        }
    }
}

// The numbers that the book has printed:

/// What the book reports: losses and accuracy of the epoch of the head alone, and of four epochs of everything.
let bookReviewEpochs = [
    [0.594912, 0.407416, 0.823640], [0.268259, 0.316242, 0.876000], [0.184861, 0.246242, 0.898080],
    [0.136392, 0.220086, 0.918200], [0.106423, 0.191092, 0.931360],
]

extension FirstModels {
    func reviews() throws {
        let parts = try data.reviews.contents
        // #hide
        if let problem = parts.problems.first {
            show("\(parts.problems.count), first: \(problem)", "files passed over, because they are no texts")
        }
        let text = parts.train[parts.train.count - 1].text
        show(String(text.prefix(240)) + (text.count > 240 ? " …" : ""), "the beginning of a review")
        let reviewer = try reviewer
        let first = Tokenizer()(text).prefix(8).map(\.self)
        show(first.joined(separator: " · "), "its first tokens")
        show(reviewer.vocabulary(first).map(String.init).joined(separator: " "), "and their numbers")

        var table = TextTable(
            ["epoch", "train_loss", "valid_loss", "accuracy", "book: train_loss", "valid_loss", "accuracy"],
            decimals: 4)
        let rows = reviewer.learner.learner.recorder.rows
        for epoch in 0..<max(rows.count, 5) {
            let row = epoch < rows.count ? rows[epoch] : nil
            let book = epoch < 5 ? bookReviewEpochs[epoch] : nil
            table.add(
                epoch, row?.trainLoss, row?.validLoss, row?.metrics[0], book?[0], book?[1], book?[2])
        }
        show(
            table,
            "\(parts.train.count) reviews, \(data.reviews.name), from scratch; the book: 25,000 of IMDb, pretrained, "
                + "where the first epoch is that of the new head alone")
        record("reviews/majority", shareOfMostFrequent(parts.test.map(\.label)))
        record(
            "reviews/accuracy", rows.last!.metrics[0], book: 0.931360,
            differs: "\(parts.train.count) reviews, a small net that has read nothing before", on: data.reviews)
        // All of the book's accuracies are whole numbers of its 25,000 test reviews. The last one:
        show(
            Int((25_000 * 0.931360).rounded()), "right of 25,000 in the book's last epoch",
            ask: "The book's last accuracy is 0.93136, on 25,000 reviews. How many of them were right?")
    }

    func oneReview() throws {
        // And what does it say of the book's sentence, and of some others? Each row is probability for `neg` and `pos`:
        let reviewer = try reviewer
        let sentences = [
            "I really liked that movie!", "I really hated that movie!", "A wonderful film with a great cast.",
            "A stupid film with an awful ending.",
        ]
        var table = TextTable(["review", "neg", "pos", "words it knows"], decimals: 4)
        for sentence in sentences {
            let tokens = Tokenizer()(sentence)
            let probabilities = reviewer(sentence)
            table.add(
                sentence, probabilities[0], probabilities[1],
                "\(tokens.count { reviewer.vocabulary[$0] != nil }) of \(tokens.count)")
        }
        show(table, "Reviews that nobody has labelled; the book's net says pos of the first, with 0.9959")
        let said = reviewer(sentences[0])[1]
        show(
            said > 0.5
                ? "It says pos of the book's sentence." : "Of the book's sentence it says neg: so little has it read.")

        // Do you want to know more of a function that you meet? The book's library has `doc(…)` for that. Here `swift
        // run ch01 --doc fitOneCycle` shows what is written above a function in its source, and where that is:
        show(try doc("fitOneCycle")[0].comment, "doc(\"fitOneCycle\"), the first sentences")

        // A model knows only what was in its data. What is new to it becomes the token `xxunk`, unknown; with too
        // many of these, it guesses. Try sentences of your own: change them above, and run `swift run ch01 --section
        // 9`.
    }
}

// MARK: Helpers

/// The share of ones.
func share(_ labels: [Int]) -> Double { Double(labels.reduce(0, +)) / Double(max(1, labels.count)) }
