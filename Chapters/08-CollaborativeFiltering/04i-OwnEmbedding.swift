// # An embedding of our own
//
// Section 8.4 · After this page you will have written the model without any layer, and know why each of its lines has
// to change with the others.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// An embedding is a table of parameters whose rows are looked up. So the model needs no layer at all.
// `createParameters` makes a table:

/// A parameter of small random numbers, normal with a deviation of 0.01. (The book's `create_params`.)
public func createParameters(_ shape: Int..., using random: inout some RandomNumberGenerator) -> Parameter {
    Parameter(0.01 * Tensor.randn(shape, using: &random))
}

// `OwnDotProductBias` stores four of them. Compare it with `DotProductBias`, line by line (its trainings are `runE`):
// the biases are lists and not tables with one column, the rows are looked up in the parameters themselves, the sum
// drops its axis, and the result is [b], as the ratings are:

/// ``DotProductBias`` without layers: x [b, 2] → [b]
public final class OwnDotProductBias: Module, Layer {
    /// [users, factors], [titles, factors]
    public let userFactors, filmFactors: Parameter
    /// [users], [titles]
    public let userBias, filmBias: Parameter

    public init(users: Int, films: Int, factors: Int, using random: inout some RandomNumberGenerator) {
        userFactors = createParameters(users, factors, using: &random)
        filmFactors = createParameters(films, factors, using: &random)
        userBias = createParameters(users, using: &random)
        filmBias = createParameters(films, using: &random)
    }

    public func forward(_ x: IntTensor) -> Tensor {
        let (user, film) = (x[0..., 0], x[0..., 1])
        let users = userFactors.value.entries(user, axis: 0)
        let films = filmFactors.value.entries(film, axis: 0)
        let match = (users * films).sum(axis: 1)
        let biases = userBias.value.entries(user, axis: 0) + filmBias.value.entries(film, axis: 0)
        return sigmoidRange(match + biases, 0, 5.5)
    }

    /// The numbers of a model with layers, in one without.
    public func copy(_ other: DotProductBias) {
        userFactors.assign(other.users.weight.value)
        filmFactors.assign(other.films.weight.value)
        userBias.assign(other.userBias.weight.value.squeezed(1))
        filmBias.assign(other.filmBias.weight.value.squeezed(1))
    }
}

extension CollaborativeFiltering {
    func sameModelTwice() throws {
        // With the same numbers in it, it predicts the same, and learns the same:
        let (data, x, y) = (try loaders, try loaders.train.first!.0, try loaders.train.first!.1)
        var random = run.random
        let layers = biased(data, using: &random)
        let own = OwnDotProductBias(users: data.users.count, films: data.titles.count, factors: 50, using: &random)
        own.copy(layers)
        flatMSELoss(layers(x), y).backward()
        mseLoss(own(x), y).backward()
        show("\(layers(x).shape) and \(own(x).shape)", "shapes of the predictions")
        show((layers(x).flattened() - own(x)).abs().max().item, "largest difference between the predictions")
        show(
            (layers.films.weight.grad! - own.filmFactors.grad!).abs().max().item,
            "and between the gradients of the films")
        show(
            own.parameterCount, "parameters",
            predict: .yesNo(
                "Does the model without layers have fewer parameters?", own.parameterCount < layers.parameterCount))
        record(
            "parameters/dot-product-bias", own.parameterCount, book: 131_529,
            differs: "another number of titles in the training part")

        // What if one line is changed and its neighbours are not? Let the sum keep its axis, [b, 1], while the biases
        // stay [b]. Nothing stops: each prediction now meets the biases of every pair in the batch.
        let (user, film) = (x[0..., 0], x[0..., 1])
        let match = (own.userFactors.value.rows(user.scalars) * own.filmFactors.value.rows(film.scalars))
            .sum(axis: 1, keepingAxes: true)
        show(
            (match + own.userBias.value.rows(user.scalars)).shape, "shape of the sum of [64, 1] and [64]",
            ask: "The sum keeps its axis, [64, 1], and the biases are [64]. What is the shape of their sum?")
    }

    /// The model without layers, trained on each split: run E.
    var runE: [Fitted<OwnDotProductBias>] {
        get throws {
            try run.once {
                try overSplits { data, random in
                    let model = OwnDotProductBias(
                        users: data.users.count, films: data.titles.count, factors: 50, using: &random)
                    return try trained(model, on: data, decay: 0.1, using: &random, loss: flatMSELoss)
                }
            }
        }
    }

    func trainOurOwn() throws {
        // And trained like run D. It draws the same random numbers in the same order, so it is run D again, in all
        // digits of the table. (In the book the two differ by a thousandth, for its numbers are other ones.)
        let losses = try runE.map(\.losses)
        show(epochTable(losses, .e), "Run E: the model without layers, on \(dataName)")
        recordLast(losses, .e)

        let runs = [
            ("A", try runA.map(\.losses)), ("B", try runB.map(\.losses)), ("C", try runC.map(\.losses)),
            ("D", try runD.map(\.losses)), ("E", losses),
        ]
        let chart = { (title: String, column: KeyPath<EpochLosses, [Float]>, limits: ClosedRange<Double>?) in
            Chart(title, x: "epoch", y: "loss", yLimits: limits) {
                for (name, losses) in runs {
                    Line(1...5, meanLosses(losses, column), name, dashed: name == "E")
                }
            }
        }
        show(
            ChartGrid(
                [
                    chart("Training loss", \.train, nil),
                    chart("Validation loss", \.valid, validLimits(runs.map(\.1))),
                ], columns: 2,
                title: "B and C learn by heart; decay (D and E) keeps them from it", sharedYLimits: false),
            "Five runs on \(dataName): means over \(counted(losses.count, "split"))")
    }
}
