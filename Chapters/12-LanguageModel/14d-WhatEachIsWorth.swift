// # What each regularizer is worth
//
// Section 12.14 · After this page you know which of four changes makes the model better on these data, and why one
// number per change is not enough.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Between the LSTM of section 12.11 and the regularized model there are four changes: dropout, the two penalties, the
// tied matrix, and ten times the weight decay. The book makes them all at once, as the article does. Which of them is
// it? Give each of them to the plain LSTM, alone. A `Regularization` says what a training has, `singleChanges` are the
// four, and `trainings(with:)` trains:

/// What a training of a two-layer LSTM has.
public struct Regularization: Sendable {
    public var dropout: Float = 0, alpha: Float = 0, beta: Float = 0, decay: Float = 0.01
    public var isTied = false

    /// Nothing but the usual weight decay: the book's LMModel6.
    public init() {}
}

extension LanguageModel {
    /// The changes by name, each alone.
    var singleChanges: [(name: String, change: (inout Regularization) -> Void)] {
        [
            ("dropout, p = 0.4", { $0.dropout = 0.4 }), ("AR and TAR", { ($0.alpha, $0.beta) = (2, 1) }),
            ("tied matrix", { $0.isTied = true }), ("weight decay 0.1", { $0.decay = 0.1 }),
        ]
    }

    /// Trains with what `regularization` says.
    func trainings(with regularization: Regularization) throws -> [TrainingHistory] {
        try trainings(
            seeds: 3, on: sequences(), epochs: 15, rate: 1e-2, decay: regularization.decay,
            callbacks: {
                [ModelReset(), RNNRegularizer(alpha: regularization.alpha, beta: regularization.beta)]
            }
        ) { random in
            RegularizedModel(
                vocabulary: 30, hidden: hidden, dropout: regularization.dropout, tied: regularization.isTied,
                using: &random)
        }
    }

    func eachAlone() throws {
        let each = try singleChanges.map { name, change in
            var regularization = Regularization()
            change(&regularization)
            return (name: name, accuracies: try trainings(with: regularization).map(\.accuracy))
        }
        let none = ("none: the LSTM of section 12.11", try lstmTrainings.histories.map(\.accuracy))
        let all = ("all four: the regularized model", try regularizedTrainings.map(\.accuracy))
        var table = TextTable(["change", "accuracy", "seeds"], decimals: 3)
        for (name, accuracies) in [none] + each.map({ ($0.name, $0.accuracies) }) + [all] {
            table.add(name, Spread(accuracies), accuracies.count)
        }
        let best = each.max { Spread($0.accuracies).mean < Spread($1.accuracies).mean }!
        show(
            table, "Accuracy after the last epoch",
            predict: .choice(
                "Which of the four, alone, makes the LSTM best?", each.map(\.name), answer: best.name))
        let lists = [none.1] + each.map(\.accuracies) + [all.1]
        show(
            Chart("One change at a time, and all of them", x: "change", y: "accuracy") {
                Points(["none"] + each.map(\.name) + ["all four"], columns: lists, "one seed", colour: .sky)
                Points(lists.indices, lists.map { Spread($0).mean }, "mean", colour: .vermilion)
                Rule(y: Spread(none.1).mean, "mean with none")
            }, "What each of the four is worth, \(counted(none.1.count, "seed"))")
        for (name, accuracies) in each {
            let key = name.prefix { $0 != "," }.replacing(" ", with: "-")
            record("alone/\(slug(String(key)))", over: accuracies)
        }
        let gain = Spread(all.1).mean - Spread(none.1).mean
        let share = (Spread(best.accuracies).mean - Spread(none.1).mean) / gain
        if gain > 0.05 {
            show(
                "\(best.name): \(fixed(100 * share, 0)) % of the way from none to all",
                "the change that goes farthest alone")
        }

        // What is called regularization in one word is four different things. Do their gains add up?
        let gains = each.map { Spread($0.accuracies).mean - Spread(none.1).mean }
        show(
            "\(signed(gains.reduce(0, +), 3)) and \(signed(gain, 3))",
            "the four gains added up, and the gain of all four together")

        // They need not. One change may mend what another has mended already, and then all four gain less than their
        // sum; or it may make good what another costs, and then they gain more. What one of them does alone says little
        // about what it does among the others.
        //
        // Why might the shared matrix help? It tells the model something true about the text: a word is the same
        // word whether it is read or wanted.
        let dropout = Spread(each[0].accuracies).mean - Spread(none.1).mean
        if dropout < gain / 2 {
            show(
                """
                Dropout alone \(dropout < 0 ? "makes it worse" : "goes less than half of the way") here. That is no verdict on dropout: it is made for \
                models that are large for their data, and for data that are a sample. This text is not a sample. It \
                is a rule, and the model has to find it.
                """)
        }

        // Do not take this table for a law. Take it for something that is quickly made: nobody knows what it says for
        // other data without making it again. With `--full` there are more seeds.
    }
}
