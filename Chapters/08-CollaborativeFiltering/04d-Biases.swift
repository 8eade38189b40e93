// # Generous people, and films that all like
//
// Section 8.4 · After this page you can say what biases are for, and add them to a model.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Some people give four stars to nearly everything, others hardly ever. Some films are simply good, and others are not,
// whoever looks. A dot product cannot say so: it only knows how well two tastes fit. For that, each user and each film
// get one more number, which is added whoever the other one is: a *bias*.

/// A dot product and two biases, bent into the range of ratings: x [b, 2] → [b, 1]
///
/// The result keeps its second axis, so that everything in the sum is [b, 1]. The loss has to know.
public final class DotProductBias: Module, Layer {
    /// [users, factors], [titles, factors]
    public let users, films: Embedding
    /// [users, 1], [titles, 1]
    public let userBias, filmBias: Embedding
    /// The end of the range, which begins at 0.
    public let high: Float

    public init(
        users: Int, films: Int, factors: Int, high: Float = 5.5, using random: inout some RandomNumberGenerator
    ) {
        self.high = high
        self.users = Embedding(users, factors, deviation: 0.01, using: &random)
        self.films = Embedding(films, factors, deviation: 0.01, using: &random)
        userBias = Embedding(users, 1, deviation: 0.01, using: &random)
        filmBias = Embedding(films, 1, deviation: 0.01, using: &random)
    }

    public func forward(_ x: IntTensor) -> Tensor {
        let (user, film) = (x[0..., 0], x[0..., 1])
        let match = (users(user) * films(film)).sum(axis: 1, keepingAxes: true)
        return sigmoidRange(match + userBias(user) + filmBias(film), 0, high)
    }
}

// The predictions are a column, [b, 1], and the ratings a row of numbers, [b]. The engine's `mseLoss` refuses to
// compare what differs in shape. `flatMSELoss` makes both flat first:

/// The mean squared error of as many predictions as ratings, whatever their shapes. (The book's `MSELossFlat`.)
public func flatMSELoss(_ predictions: Tensor, _ targets: Tensor) -> Tensor {
    mseLoss(predictions.flattened(), targets.flattened())
}

// `biased` makes a model of the right size, and `runC` trains it:

/// A new model of the size that the data want.
func biased(_ data: CollabDataLoaders, using random: inout SplitMix64) -> DotProductBias {
    DotProductBias(users: data.users.count, films: data.titles.count, factors: 50, using: &random)
}

extension CollaborativeFiltering {
    func whyFlat() throws {
        // What would happen without it? Subtracting [64] from [64, 1] is allowed: by the rule of broadcasting, each
        // prediction meets each rating. Here the predictions are perfect, and yet:
        let ratings = try loaders.train.first!.1
        let predictions = ratings.unsqueezed(1)
        show(
            (predictions - ratings).shape, "shape of the differences",
            ask: "Predictions are [64, 1], ratings [64]. What is the shape of their difference?")
        show((predictions - ratings).squared().mean().item, "mean squared difference of perfect predictions")
        show(flatMSELoss(predictions, ratings).item, "the same, flattened")

        // With 64 × 64 differences, the prediction of one pair is judged by all ratings of the batch. The best answer
        // to that is the same for everybody, the mean. PyTorch warns of it and goes on. Two trainings, one with each
        // loss:
        let wrong: (Tensor, Tensor) -> Tensor = { predictions, ratings in (predictions - ratings).squared().mean() }
        var table = TextTable(["loss", "squared error of its predictions", "their deviation"], decimals: 4)
        for (name, loss) in [("64 × 64 differences", wrong), ("flattened", flatMSELoss)] {
            let model = try onFirstSplit { data, random in
                try trained(biased(data, using: &random), on: data, epochs: 2, using: &random, loss: loss).model
            }
            let check = try splits[0].data.validRatings
            let predictions = noGrad { model(check.inputs) }
            table.add(name, flatMSELoss(predictions, check.targets).item, predictions.std().item)
        }
        show(
            table, "After two epochs; the mean rating has \(fixed(try errorOfTheMean(splits[0].data), 4))",
            predict: .choice(
                "How do the predictions of the model with the wrong loss differ from user to user?",
                ["hardly at all", "as with the right one"], answer: "hardly at all"))
    }

    /// The dot product with biases, trained on each split without more decay than fastai's: run C.
    var runC: [Fitted<DotProductBias>] {
        get throws {
            try run.once {
                try overSplits { data, random in
                    try trained(biased(data, using: &random), on: data, using: &random, loss: flatMSELoss)
                }
            }
        }
    }

    func trainWithBiases() throws {
        let (losses, before) = (try runC.map(\.losses), try runB.map(\.losses))
        show(epochTable(losses, .c), "Run C: a dot product with biases, on \(dataName)")
        recordLast(losses, .c)

        // At its best, it is better than run B. At the end it is not, in the book as in our trainings of MovieLens: the
        // biases made learning faster, and learning by heart too.
        var table = TextTable(["", "best epoch", "last epoch"], decimals: 4)
        table.add("B, without biases", Spread(before.map { $0.valid.min()! }), Spread(before.map { $0.valid.last! }))
        table.add("C, with biases", Spread(losses.map { $0.valid.min()! }), Spread(losses.map { $0.valid.last! }))
        table.add("two means", Spread(try splits.map { twoMeans($0.data) }))
        show(
            table, "Validation losses, \(dataName)",
            predict: .choice(
                "Which of the two is better after five epochs, on ratings that it has not seen?",
                ["B, without biases", "C, with biases"],
                answer: Spread(before.map { $0.valid.last! }).mean < Spread(losses.map { $0.valid.last! }).mean
                    ? "B, without biases" : "C, with biases"))

        // The last row is the honest opponent of any such model. `twoMeans` has no factors at all: it adds to the mean
        // what a film's ratings have above the mean, and what a user's have above those of the films. There is nothing
        // to train, and it is in reach of everybody who can divide. By as much as a model is better
        // than that, its factors are worth something.
    }
}

// MARK: Helpers

/// The mean squared error of mean + bias of the film + bias of the user, each bias a mean of what is left over, with 5
/// and 10 ratings of 0 thrown in, so that a single rating does not decide.
func twoMeans(_ data: CollabDataLoaders) -> Float {
    let (x, y) = (data.trainRatings.inputs, data.trainRatings.targets)
    let mean = y.mean()
    func biases(_ column: Int, _ count: Int, _ left: Tensor, _ zeros: Float) -> Tensor {
        let places = x[0..., column]
        let sums = Tensor.zeros(count).scatterAdded(axis: 0, places, left)
        return sums / (Tensor.zeros(count).scatterAdded(axis: 0, places, .ones(left.count)) + zeros)
    }
    let films = biases(1, data.titles.count, y - mean, 5)
    let left = y - mean - films.entries(x[0..., 1], axis: 0)
    let users = biases(0, data.users.count, left, 10)
    let check = data.validRatings
    let predictions =
        mean + films.entries(check.inputs[0..., 1], axis: 0) + users.entries(check.inputs[0..., 0], axis: 0)
    return mseLoss(predictions.clamped(min: 1, max: 5), check.targets).item
}
