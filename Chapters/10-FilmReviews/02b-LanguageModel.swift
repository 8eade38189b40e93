// # A net that guesses the next word
//
// Section 10.2 · After this page you have trained a language model, and seen whether it knows more than a table of
// counts.

import Common
import Figures
import Notebook
import Tensors
import Text
import Training

// The net is an AWD-LSTM: embeddings, LSTM layers, and an output that gives a score to each token, with dropout at all
// places (chapter 12 builds it). The book's has three layers, of 1152, 1152 and 400 numbers, and was trained on
// Wikipedia by others. Then it learns from 90,000 reviews on a GPU, with numbers of half the usual precision. Here it
// has one layer of 64 numbers of full precision, and is small enough for both stages to run on this machine.

extension FilmReviews {
    func firstStage() throws {
        // The first stage needs texts of any kind. Reading articles teaches what a sentence is:
        let general = try generalModel
        var table = TextTable(["epoch", "train_loss", "valid_loss", "accuracy", "perplexity"], decimals: 3)
        for (epoch, row) in general.rows.enumerated() {
            table.add(epoch, row.trainLoss, row.validLoss, row.metrics[0], row.metrics[1])
        }
        show(table, "A language model of \(general.train.count) of the \(articles.name)")

        // It has a vocabulary of its own. For the second stage, rows of tokens that reviews have as well are copied,
        // and each other token starts with the mean of all rows, as a word of no special kind. (The book's library does
        // this by itself.)
        var random = run.random
        let vocabulary = try languageTexts.vocabulary
        let encoder = AWDLSTM(smallPlan(vocabulary), dropouts: .languageModel, using: &random)
        let known = try general.pass(to: encoder, vocabulary: vocabulary)
        record("first-stage/share-of-the-reviews-tokens-that-it-knows", Double(known) / Double(vocabulary.count))
        show("\(known) of \(vocabulary.count)", "tokens of the reviews' vocabulary that that of the articles has, too")
    }

    func trainTheLanguageModel() throws {
        // The second stage goes on with reviews. Beside it, a net that begins here, with random numbers. `perplexities`
        // are those after each epoch, and `difference` says what the first stage is worth then:
        let (trained, alone) = (try languageModel, try modelOfReviewsAlone)
        let triples = try tripleModel.perplexity(trained.valid)
        var table = TextTable(
            ["epoch", "train_loss", "valid_loss", "accuracy", "perplexity", "without the first stage"], decimals: 3)
        for (epoch, (row, other)) in zip(trained.rows, alone.rows).enumerated() {
            table.add(epoch, row.trainLoss, row.validLoss, row.metrics[0], row.metrics[1], other.metrics[1])
        }
        show(table, "A model of \(trained.train.count) of the \(dataName), and its perplexity beside another's")
        func perplexities(_ model: TrainedLanguage) -> [Double] { model.rows.map { Double($0.metrics[1]) } }
        let (both, one) = (perplexities(trained), perplexities(alone))
        show(
            Chart(
                "Perplexity falls from epoch to epoch", x: "epoch", y: "perplexity of new texts", yScale: .logarithmic
            ) {
                Line(1...both.count, both, "after articles")
                Points(1...both.count, both, colour: .blue)
                Line(1...one.count, one, "from nothing", colour: .orange)
                Points(1...one.count, one, colour: .orange)
                Rule(y: triples, "counts of three tokens")
            }, "The nets and the table, on \(trained.valid.count) reviews that none has seen",
            predict: .choice(
                "After its first epoch of reviews, which net has the lower perplexity?",
                ["the one that has read articles", "the one that begins here"],
                answer: both[0] < one[0] ? "the one that has read articles" : "the one that begins here"))
        record("perplexity/without-the-first-stage", one.last!)
        func difference(_ place: Int) -> String {
            percent(abs(1 - both[place] / one[place])) + (both[place] <= one[place] ? " less" : " more")
        }
        show(
            "\(difference(0)) after the first epoch, \(difference(both.count - 1)) after the last",
            "how perplexed the net that has read articles is, beside the other")
        let last = both.last!
        record(
            "perplexity/awd-lstm", last,
            predict: .change(
                "The table of counts has perplexity \(Int(triples.rounded())). Is the net's smaller or larger?",
                from: triples, to: last))
        record("accuracy/awd-lstm", Double(trained.rows.last!.metrics[0]))
        show(
            last < triples
                ? "The net knows more than two tokens tell: it is \(percent(1 - last / triples)) less perplexed."
                : "The table is still ahead. A net needs more text, or more epochs, than this run gives it.")
    }
}

// The book goes about it with more care. A learner of texts is frozen when it is made: for one epoch at 2e-2, only
// embeddings and output learn, since only they have rows that are new. Then everything is unfrozen, and learns for ten
// epochs at 2e-3. Here the net learns everything at once. Is that a mistake? `secondStage` tries a way of training on a
// part of the reviews, after the same first stage:

extension FilmReviews {
    /// The perplexity of new reviews after each epoch of a second stage: `frozen` epochs of embeddings and output, then
    /// others of all.
    func secondStage(_ texts: NumberedTexts, frozen: Int, others: Int, rate: LearningRates) throws -> [Double] {
        var random = run.random
        let (vocabulary, valid) = (try languageTexts.vocabulary, try languageTexts.valid)
        let net = LanguageModelNet(smallPlan(vocabulary), dropouts: 0.3 * .languageModel, using: &random)
        try generalModel.pass(to: net.encoder, vocabulary: vocabulary)
        let loaders = DataLoaders(
            DataLoader(languageModel: texts, batchSize: 16, steps: 40, shuffledUsing: &random),
            DataLoader(languageModel: valid, batchSize: 16, steps: 40))
        let learner = TextLearner(languageModel: loaders, net)
        try EpochReporting.silently {
            if frozen > 0 {
                learner.freeze()
                try learner.fitOneCycle(frozen, 2e-2)
                learner.unfreeze()
            }
            try learner.fitOneCycle(others, rate)
        }
        return learner.learner.recorder.rows.map { Double($0.metrics[1]) }
    }

    func frozenFirst() throws {
        let train = try languageTexts.train
        let part = train.at(0..<max(1, train.count / run.size(quick: 2, usual: 9)))
        let ways = [
            ("the book's: one frozen, then at 2e-3", try secondStage(part, frozen: 1, others: 2, rate: 2e-3)),
            ("one frozen, then at 1e-2", try secondStage(part, frozen: 1, others: 2, rate: 1e-2)),
            ("everything at 1e-2", try secondStage(part, frozen: 0, others: 3, rate: 1e-2)),
        ]
        var table = TextTable(["way", "epoch 0", "epoch 1", "epoch 2"], decimals: 3)
        for (name, values) in ways { table.rows.append([name] + values) }
        let best = ways.min { $0.1.last! < $1.1.last! }!.0
        show(
            table, "Perplexity after three epochs of \(part.count) of the \(dataName), in three ways",
            predict: .choice(
                "Three epochs in three ways: which has the lowest perplexity in the end?", ways.map(\.0), answer: best))
        for (name, values) in ways { record("second-stage/\(slug(name))", values.last!) }
        show(try generalModel.train.tokenCount, "tokens that the net has read in the first stage")
        // The book's net has read a hundred million words, and much of what it knows is worth keeping. This one has
        // read so few that there is little to keep. Low rates keep what there is; high ones learn what is not yet
        // there.
    }
}
