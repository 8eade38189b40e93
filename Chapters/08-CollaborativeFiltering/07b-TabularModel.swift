// # The library's net
//
// Section 8.7 · After this page you can say what `EmbeddingNN` is, and which of the eight models of this chapter is
// best.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// The library's own net is a model for any table. A table has columns of categories, such as users and titles, and
// columns of plain numbers, such as a date. `TabularModel` looks up each category in a table of its own, puts the
// numbers beside the rows that it found, and goes through any number of layers, each with ReLU and batch norm. It is
// what one takes when something more is known than who and what: the next chapter is about it.

/// Embeddings and numbers side by side, then a net: x [b, columns] → [b, outputs]. (The book's `TabularModel`.)
open class TabularModel: Module, Layer {
    public final let embeddings: [Embedding]
    public final let numberNorm: BatchNorm1d?
    public final let layers: Sequential
    public final let range: ClosedRange<Float>?

    /// - Parameters:
    ///   - sizes: rows and width of the table of each column of categories.
    ///   - numbers: how many columns of plain numbers there are.
    ///   - layers: the widths of the layers in the middle.
    public init(
        _ sizes: [(rows: Int, width: Int)], numbers: Int, outputs: Int, layers: [Int],
        range: ClosedRange<Float>? = nil, using random: inout some RandomNumberGenerator
    ) {
        embeddings = sizes.map { Embedding($0.rows, $0.width, deviation: 0.01, using: &random) }
        numberNorm = numbers > 0 ? BatchNorm1d(numbers) : nil
        var (parts, width) = ([any Layer<Tensor, Tensor>](), sizes.reduce(numbers) { $0 + $1.width })
        for next in layers {
            parts += [Linear(width, next, bias: false, using: &random), ReLU(), BatchNorm1d(next)]
            width = next
        }
        self.layers = Sequential(parts + [Linear(width, outputs, using: &random)])
        self.range = range
    }

    public final func forward(_ x: IntTensor) -> Tensor { output(x, nil) }

    /// Categories x [b, columns] and numbers [b, n].
    public final func output(_ x: IntTensor, _ numbers: Tensor?) -> Tensor {
        var found = embeddings.enumerated().map { $1(x[0..., $0]) }
        if let numbers, let numberNorm { found.append(numberNorm(numbers)) }
        let y = layers(Tensor.cat(found, axis: 1))
        return range.map { sigmoidRange(y, $0.lowerBound, $0.upperBound) } ?? y
    }
}

// `EmbeddingNN` is a `TabularModel` without numbers and with one output. In the book it is three lines, which hand on
// whatever arguments they are given (`**kwargs` in Python). Swift has no such thing, and writes them out:

/// A tabular model of categories alone, with one output. (The book's `EmbeddingNN`.)
public final class EmbeddingNN: TabularModel {
    public init(
        _ sizes: [(rows: Int, width: Int)], layers: [Int], range: ClosedRange<Float>? = nil,
        using random: inout some RandomNumberGenerator
    ) {
        super.init(sizes, numbers: 0, outputs: 1, layers: layers, range: range, using: &random)
    }
}

// And `collabLearner` makes one when it is given `layers` (the book's `use_nn=True, layers=[100,50]`). These trainings
// are `runH`:

/// A learner of ratings, by a net.
public func collabLearner(
    _ data: CollabDataLoaders, layers: [Int], range: ClosedRange<Float>? = nil, decay: Float = 0.01,
    using random: inout some RandomNumberGenerator
) -> Learner<IntTensor, Tensor> {
    let counts = [data.users.count, data.titles.count]
    let model = EmbeddingNN(
        counts.map { ($0, embeddingSize($0)) }, layers: layers, range: range, using: &random)
    return ratingLearner(model, on: data, decay: decay, using: &random, loss: flatMSELoss)
}

extension CollaborativeFiltering {
    /// The library's net, trained on each split with a decay of 0.1: run H.
    var runH: [Fitted<EmbeddingNN>] {
        get throws {
            try run.once {
                try overSplits { data, random in
                    let learner = collabLearner(data, layers: [100, 50], range: 0...5.5, decay: 0.1, using: &random)
                    return try Fitted(learner.model as! EmbeddingNN, by: learner, on: data)
                }
            }
        }
    }

    func theTabularModel() throws {
        show(
            try runH[0].model.summary(of: try loaders.train.first!.0).description,
            "EmbeddingNN with layers of 100 and 50")
        let losses = try runH.map(\.losses)
        show(epochTable(losses, .h), "Run H: the library's net on \(dataName)")
        recordLast(losses, .h)
    }

    func allEight() throws {
        let runs: [(String, [EpochLosses], BookRun)] = [
            ("A: dot product", try runA.map(\.losses), .a), ("B: and a range", try runB.map(\.losses), .b),
            ("C: and biases", try runC.map(\.losses), .c), ("D: and decay", try runD.map(\.losses), .d),
            ("E: own parameters", try runE.map(\.losses), .e), ("F: collabLearner", try runF.map(\.losses), .f),
            ("G: CollabNN", try runG.map(\.losses), .g), ("H: EmbeddingNN", try runH.map(\.losses), .h),
        ]
        var table = TextTable(
            ["run", "train_loss", "valid_loss", "best epoch", bookColumn, "valid_loss"], decimals: 4)
        for (name, losses, book) in runs {
            table.add(
                name, Spread(losses.map { $0.train.last! }), Spread(losses.map { $0.valid.last! }),
                Spread(losses.map { $0.valid.min()! }), book.train.last!, book.valid.last!)
        }
        let means = runs.map { Spread($0.1.map { $0.valid.last! }).mean }
        show(
            table, "All eight after five epochs, \(dataName)",
            predict: .choice(
                "Which is better on unseen ratings, the best dot product or the best net?", ["dot product", "net"],
                answer: means[..<6].min()! < means[6...].min()! ? "dot product" : "net"))
        let baseline = Spread(try splits.map { twoMeans($0.data) }).mean
        show(
            Chart("Validation loss, epoch by epoch", x: "epoch", y: "loss", yLimits: validLimits(runs.map(\.1))) {
                for (name, losses, _) in runs where "ABCDGH".contains(name.first!) {
                    Line(1...5, meanLosses(losses, \.valid), name.first == "D" ? "D, E and F: and decay" : name)
                }
                Rule(y: baseline, "two means", colour: .black)
            },
            "The eight runs on \(dataName), means over \(counted(runs[0].1.count, "split")): D, E and F are the same line, and A begins above the picture"
        )

        // The nets have more parameters, and do worse: a dot product of tastes is made for this question, and a net has
        // to find out first what to do with two rows of numbers. But it can be given more than two rows, such
        // as the date, the user's age or the film's genres, and then it may catch up.
    }
}
