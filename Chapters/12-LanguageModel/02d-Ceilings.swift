// # How much can three words say?
//
// Section 12.2 · After this page you can find out by counting how good a model with little context can get.

import Figures
import Layers
import Notebook
import Tensors
import Training

// A model that sees three words is a function of three words, however it computes. Such a function can be made without
// any net, as a table: for every three words, the word that has followed them most often. It can also be made for the
// last two words, or the last one. (Tables of this kind are called *n-gram models*.) `countedNext` makes such a table,
// `countRight` says how many samples it has right, and `cutSamples` are the samples, cut as for training:

/// The words that follow a context most often, by the last `context` words of each sample. Of two that come equally
/// often it is the one with the lower number.
public func countedNext(_ samples: some Sequence<WordSample>, context: Int) -> [[Int]: Int] {
    var counts: [[Int]: [Int: Int]] = [:]
    for (words, next) in samples { counts[words.suffix(context), default: [:]][next, default: 0] += 1 }
    return counts.mapValues { $0.min { ($1.value, $0.key) < ($0.value, $1.key) }!.key }
}

/// How many of the samples a table has right. What it does not know is wrong.
public func countRight(_ table: [[Int]: Int], context: Int, _ samples: some Sequence<WordSample>) -> Int {
    samples.count { table[$0.words.suffix(context)] == $0.next }
}

extension LanguageModel {
    /// All samples of three words, cut as for training.
    var cutSamples: (train: [WordSample], valid: [WordSample]) {
        get throws {
            let samples = threeWordSamples(try stream), cut = samples.count * 4 / 5
            return (Array(samples[..<cut]), Array(samples[cut...]))
        }
    }

    func counting() throws {
        let (training, validation) = try cutSamples
        var table = TextTable(["words", "different contexts", "right of \(validation.count)", "share"], decimals: 4)
        for context in 1...3 {
            let counted = countedNext(training, context: context)
            let right = countRight(counted, context: context, validation)
            table.add(context, counted.count, right, Double(right) / Double(validation.count))
            record("counted/\(context)", Double(right) / Double(validation.count))
        }
        show(
            table, "Tables made of the training samples, on the validation samples",
            predict: .choice(
                "Tables by one, two and three words of context: which is right most often on the validation samples?",
                ["one", "two", "three"], answer: "two"))

        // More context is not always better. Three words such as "nine thousand nine" have never come before. Others
        // are in the table with another meaning: in the training data, "eight" is mostly followed by a full stop or
        // "hundred", in the validation data often by "thousand".
        let known = countedNext(training, context: 3)
        show(
            validation.count { known[$0.words] == nil }, "validation samples whose three words are not in the table")

        // The net is better than all three tables. It does not look contexts up. It adds a row for each word to what it
        // has so far, so that it has something to say of words that never came together.
        //
        // And the best that *any* function of three words could do? Fill the table with the validation samples
        // themselves, which no fair model could:
        let best = countedNext(validation, context: 3)
        let ceiling = Double(countRight(best, context: 3, validation)) / Double(validation.count)
        record(
            "counted/ceiling", ceiling,
            predict: .share(
                "What share of the samples would the best of all functions of three words have right?", ceiling,
                within: .plusMinus(0.1)))

        // Nothing that sees three words gets beyond 58.6 %. If the first model did, something would be wrong with the
        // data. To get farther, a model has to know what came before.
    }
}

// The net could become such a table itself, if it is trained for long enough. To see whether it does, `TableAgreement`
// notes after each epoch on how many samples the net says what a table says:

/// After each epoch, the share of samples on which a model says what a table says, of those that the table knows.
final class TableAgreement: Callback {
    private(set) var shares: [Float] = []
    private let words, said: IntTensor

    init(_ table: [[Int]: Int], on samples: [WordSample]) {
        let known = samples.filter { table[$0.words] != nil }
        (words, said) = (IntTensor(known.map(\.words)), IntTensor(known.map { table[$0.words]! }))
    }

    func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .validate, let model = learner.model as? any WordModel else { return }
        shares.append(Tensor(noGrad { model(words) }.argmax(axis: 1) .== said).mean().item)
    }
}

extension LanguageModel {
    func longerTraining() throws {
        // How far does our model get if it is trained for longer, and faster? Ten epochs, up to 0.003:
        let (training, validation) = try cutSamples
        let table = countedNext(training, context: 3)
        let runs = try run.overSeedsAtOnce(run.size(quick: 1, usual: 3, full: 10)) { random in
            let agreement = TableAgreement(table, on: validation)
            let history = try train(
                ThreeWordModel(vocabulary: 30, hidden: hidden, using: &random), on: threeWordBatches,
                epochs: run.size(quick: 1, usual: 10), rate: 3e-3, loss: { crossEntropy($0, $1) },
                callbacks: [agreement])
            return (history: history, shares: agreement.shares)
        }
        let histories = runs.map(\.history)
        // `lines` has a line for each seed:
        func lines(_ name: String, _ numbers: [[Float]], _ colour: Colour) -> [Line] {
            numbers.enumerated().map { seed, line in
                Line(line.indices.map { $0 + 1 }, line, seed == 0 ? name : nil, colour: colour)
            }
        }
        show(
            ChartGrid(
                [
                    Chart("training samples", x: "epoch", y: "loss") {
                        lines("loss, a line per seed", histories.map { $0.epochs.map { $0[0] } }, .blue)
                    },
                    Chart("validation samples", x: "epoch", y: "share of the answers", yLimits: 0...0.65) {
                        lines("right", histories.map { $0.epochs.map { $0[2] } }, .vermilion)
                        lines("what the table says", runs.map(\.shares), .purple)
                        Rule(y: 0.5864, "right, by the best table of all", colour: .green)
                    },
                ], columns: 2, title: "Longer training does not make it better", sharedYLimits: false),
            "The first model, trained for longer")
        let fell = histories.count { $0.accuracy < $0.bestAccuracy - 0.05 }
        show("\(fell) of \(runs.count)", "seeds whose accuracy ends more than 5 points below their best")
        record("three-words/longer-accuracy", over: histories.map(\.accuracy))
        record("three-words/longer-best-accuracy", over: histories.map(\.bestAccuracy))
        record("three-words/agrees-with-the-table-after-1-epoch", over: runs.map { $0.shares[0] })
        record("three-words/agrees-with-the-table-at-the-end", over: runs.map { $0.shares.last! })
        let more = runs.count { $0.shares.last! > $0.shares[0] }
        show("\(more) of \(runs.count)", "seeds whose net says what the table says more often at the end than at first")

        // Where the net comes closer to the table of the training samples, it gets worse: on numbers that have never
        // come before, that table is mostly wrong. The training loss tells nothing of it. And where accuracies move like
        // this, a difference of one or two points between two models means nothing.
    }
}
