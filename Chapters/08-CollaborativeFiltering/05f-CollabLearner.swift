// # The same in one line
//
// Section 8.5 · After this page you can make such a model in one line, and look inside it.

import Figures
import Layers
import Notebook
import Tensors
import Training

// What this chapter has built is part of the library that the book uses, so that one line makes it: `collab_learner`.
// Its model is called `EmbeddingDotBias`. It is `DotProductBias` again, with other names and any range:

/// A dot product with biases, as fastai has it: x [b, 2] → [b]
public final class EmbeddingDotBias: Module, Layer {
    /// Users: [users, factors], [users, 1]. (The book's `u_weight`, `u_bias`.)
    public let uWeight, uBias: Embedding
    /// Items: [titles, factors], [titles, 1]. (The book's `i_weight`, `i_bias`.)
    public let iWeight, iBias: Embedding
    /// nil leaves predictions as they are.
    public let range: ClosedRange<Float>?

    public init(
        _ factors: Int, users: Int, items: Int, range: ClosedRange<Float>? = nil,
        using random: inout some RandomNumberGenerator
    ) {
        uWeight = Embedding(users, factors, deviation: 0.01, using: &random)
        iWeight = Embedding(items, factors, deviation: 0.01, using: &random)
        uBias = Embedding(users, 1, deviation: 0.01, using: &random)
        iBias = Embedding(items, 1, deviation: 0.01, using: &random)
        self.range = range
    }

    public func forward(_ x: IntTensor) -> Tensor {
        let (user, item) = (x[0..., 0], x[0..., 1])
        let match = (uWeight(user) * iWeight(item)).sum(axis: 1)
        let sum = match + uBias(user).squeezed(1) + iBias(item).squeezed(1)
        return range.map { sigmoidRange(sum, $0.lowerBound, $0.upperBound) } ?? sum
    }
}

// `collabLearner` makes it in the right size and puts it into a `Learner`, which has `fitOneCycle`. Its trainings are
// `runF`:

/// A learner of ratings, by a dot product with biases. (The book's `collab_learner`.)
public func collabLearner(
    _ data: CollabDataLoaders, factors: Int = 50, range: ClosedRange<Float>? = nil, decay: Float = 0.01,
    using random: inout some RandomNumberGenerator
) -> Learner<IntTensor, Tensor> {
    let model = EmbeddingDotBias(
        factors, users: data.users.count, items: data.titles.count, range: range, using: &random)
    return ratingLearner(model, on: data, decay: decay, using: &random)
}

extension CollaborativeFiltering {
    /// `collabLearner` with a decay of 0.1, trained on each split: run F.
    var runF: [Fitted<EmbeddingDotBias>] {
        get throws {
            try run.once {
                try overSplits { data, random in
                    let learner = collabLearner(data, range: 0...5.5, decay: 0.1, using: &random)
                    return try Fitted(learner.model as! EmbeddingDotBias, by: learner, on: data)
                }
            }
        }
    }

    func theLibrarysModel() throws {
        let fitted = try runF
        show(epochTable(fitted.map(\.losses), .f), "Run F: collabLearner on \(dataName)")
        recordLast(fitted.map(\.losses), .f)

        // (Those are the very losses of run D. It is the same model, and it drew the same random numbers.)
        //
        // What is in a model? In Python, `print(learn.model)` lists its layers with their names. Here, `summary(of:)`
        // calls the model with a batch and lists what was called, with names, types, shapes and sizes:
        let model = fitted[0].model
        show(
            model.summary(of: try loaders.train.first!.0).description, "the model",
            predict: .count("How many embeddings does the model have?", model.children.count))
        show(model.iWeight.weight.shape, "model.iWeight.weight.shape")

        // The names are what gives access to the parts. The titles of the highest bias again:
        let order = model.iBias.weight.value.detached().squeezed(1).argsort(descending: true).scalars
        var table = TextTable(source.isBooks ? ["highest bias", "the book's"] : ["highest bias"])
        for place in 0..<5 {
            let name = fitted[0].data.titles.name(order[place])
            if source.isBooks { table.add(name, BookTitles.highestOfRunF[place]) } else { table.add(name) }
        }
        show(table, "Five titles of run F, \(dataName)")
    }
}
