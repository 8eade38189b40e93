// # A dot product that learns
//
// Section 8.4 · After this page you will have trained your first recommender, and know what to compare it with.

import Figures
import Layers
import Notebook
import Tensors
import Training

// All is there for the first model: two embeddings, one with a row for each user and one with a row for each film, and
// the dot product of two rows. Its input is a batch of pairs of numbers, a user and a title in each row:

/// How well a film fits a user, as the dot product of their factors: x [b, 2] → [b]
public final class DotProduct: Module, Layer {
    /// [users, factors], [titles, factors]
    public let users, films: Embedding

    public init(users: Int, films: Int, factors: Int, using random: inout some RandomNumberGenerator) {
        self.users = Embedding(users, factors, deviation: 0.01, using: &random)
        self.films = Embedding(films, factors, deviation: 0.01, using: &random)
    }

    public func forward(_ x: IntTensor) -> Tensor {
        (users(x[0..., 0]) * films(x[0..., 1])).sum(axis: 1)
    }
}

// It is trained by the optimizer AdamW (gradient descent with steps that are measured for each weight, chapter 16),
// which also makes weights a little smaller with every step; why, later pages of this section tell. `decaying` makes
// it. (As in fastai, the biases of layers do not decay, nor do the numbers of batch norms. The net of section 8.7 has
// some. In the models before it, everything decays.)

/// AdamW for all parameters of a model, with decay for all but the biases of layers and the numbers of norms.
func decaying(_ model: Module, learningRate: Float, decay: Float) -> AdamW {
    let spared = ["bias", "gamma", "beta"]
    func isSpared(_ name: String) -> Bool { spared.contains { name.hasSuffix(".\($0)") } }
    let named = model.namedParameters
    let groups = [
        ParameterGroup(named.filter { !isSpared($0.name) }.map(\.parameter)),
        ParameterGroup(named.filter { isSpared($0.name) }.map(\.parameter), weightDecay: 0),
    ]
    return AdamW(groups: groups.filter { !$0.parameters.isEmpty }, learningRate: learningRate, weightDecay: decay)
}

// Its loss is the mean squared error: ratings are numbers in an order, and 4 in place of 5 is a smaller mistake than 1
// in place of 5. `ratingLearner` has what the book takes for all of its models, batches of 64 in a new order each
// epoch, and AdamW. `trained` lets it learn for one cycle of the learning rate up to 0.005 (chapter 13), and returns a
// `Fitted` model together with its `EpochLosses`:

/// Losses after each epoch: of the last training batches, as fastai averages them, and of all validation ratings.
public struct EpochLosses: Sendable {
    public let train, valid: [Float]
}

/// A model that has learned.
public struct Fitted<Model: Layer<IntTensor, Tensor>> {
    public let model: Model
    public let losses: EpochLosses
    /// What it has learned from, with the names behind the numbers.
    public let data: CollabDataLoaders

    /// Lets the learner of a model learn for one cycle.
    init(_ model: Model, by learner: Learner<IntTensor, Tensor>, on data: CollabDataLoaders, epochs: Int = 5) throws {
        try EpochReporting.silently { try learner.fitOneCycle(epochs, learningRate: 5e-3) }
        losses = EpochLosses(train: learner.recorder["train_loss"], valid: learner.recorder["valid_loss"])
        (self.model, self.data) = (model, data)
    }
}

/// A learner of ratings by a model of any kind.
/// - Parameters:
///   - decay: the weight decay of AdamW. Where the book names none, fastai takes 0.01.
///   - loss: of predictions and ratings.
public func ratingLearner(
    _ model: any Layer<IntTensor, Tensor>, on data: CollabDataLoaders, decay: Float = 0.01,
    using random: inout some RandomNumberGenerator, loss: @escaping (Tensor, Tensor) -> Tensor = mseLoss
) -> Learner<IntTensor, Tensor> {
    let train = DataLoader(data.trainRatings, batchSize: 64, shuffledUsing: &random)
    let valid = DataLoader(data.validRatings, batchSize: 1024)
    return Learner(
        DataLoaders(train, valid), model, loss: loss, optimizer: { decaying(model, learningRate: $1, decay: decay) })
}

/// Trains a model. (The book's `Learner(…).fit_one_cycle(5, 5e-3, wd=decay)`.)
/// - Parameters: those of ``ratingLearner(_:on:decay:using:loss:)``.
public func trained<Model: Layer<IntTensor, Tensor>>(
    _ model: Model, on data: CollabDataLoaders, epochs: Int = 5, decay: Float = 0.01,
    using random: inout some RandomNumberGenerator, loss: @escaping (Tensor, Tensor) -> Tensor = mseLoss
) throws -> Fitted<Model> {
    let learner = ratingLearner(model, on: data, decay: decay, using: &random, loss: loss)
    return try Fitted(model, by: learner, on: data, epochs: epochs)
}

// Chance has its part in all this: it splits the ratings, starts the factors and orders the batches. So each model is
// trained several times, each time on another of the `splits`. The trainings of this model are `runA`:

extension CollaborativeFiltering {
    /// The dot product, trained on each split: run A.
    var runA: [Fitted<DotProduct>] {
        get throws {
            try run.once {
                try overSplits { data, random in
                    try trained(
                        DotProduct(users: data.users.count, films: data.titles.count, factors: 50, using: &random),
                        on: data, using: &random)
                }
            }
        }
    }

    func aBatchOfPairs() throws {
        let (x, y) = try loaders.train.first!
        show(
            "\(x.shape) → \(y.shape)", "shapes of a batch",
            predict: .shape("What is the shape of a batch of 64 pairs?", x.shape))
        show(x[0..<3], "its first three pairs")
        show(
            x[0..., 0].shape, "x[0..., 0], the numbers of the users (x[:,0] in Python)",
            ask: "What is the shape of the first column of a batch of 64 pairs?")
    }

    func trainTheDotProduct() throws {
        // Before any training, a baseline. Who always answers the mean of all ratings is this far off:
        let baseline = try splits.map { errorOfTheMean($0.data) }
        record("baseline/mean", over: baseline)

        // And five epochs of the dot product, with 50 factors:
        let fitted = try runA
        show(
            epochTable(fitted.map(\.losses), .a), "Run A: a dot product on \(dataName)",
            predict: .yesNo(
                "Is the dot product better than the mean rating after its first epoch, on the validation ratings?",
                Spread(fitted.map(\.losses.valid[0])).mean < Spread(baseline).mean))
        recordLast(fitted.map(\.losses), .a)

        // The factors start near 0, and so do the predictions; nothing tells the model that ratings are around 3.5. It
        // has to find that out first, with factors that have to agree in sign. The first epoch goes into that. After
        // five it has left the mean behind.
    }
}

// MARK: Helpers

/// The mean squared error of a model that always says the mean rating.
func errorOfTheMean(_ data: CollabDataLoaders) -> Float {
    (data.validRatings.targets - data.trainRatings.targets.mean()).squared().mean().item
}
