// Questions 8.15 to 8.22: dot products that learn, and what keeps them from learning by heart.

import Chapter08
import Datasets
import Layers
import Notebook
import Tensors
import TestSupport
import Testing
import Training

/// Generated ratings, few enough for a test.
func fewRatings() throws -> CollabDataLoaders {
    let tables = try GeneratedRatings(users: 80, films: 100, ratings: 2000, seed: 8).readBack()
    var random = SplitMix64(seed: 8)
    return CollabDataLoaders(merge(tables.ratings, tables.films), using: &random)
}

extension `8 Questionnaire` {
    /// 8.15 · Rewrite `DotProduct` without looking, and train a model with it.
    ///
    /// A class with two embeddings, one row for each user and one for each film; `forward` looks up both columns of the
    /// batch and sums the products of each pair of rows. The mean squared error and one-cycle training do the rest.
    ///
    /// - Shown by: `DotProduct` in Chapters/08-CollaborativeFiltering/04b-DotProduct.swift
    /// - Shown by: `trained` in Chapters/08-CollaborativeFiltering/04b-DotProduct.swift
    @Test func `8.15 a dot product written anew is the chapter's, and training makes its loss smaller`() throws {
        final class Mine: Module, Layer {
            let users, films: Embedding
            init(_ users: Tensor, _ films: Tensor) { (self.users, self.films) = (Embedding(users), Embedding(films)) }
            func forward(_ x: IntTensor) -> Tensor { (users(x[0..., 0]) * films(x[0..., 1])).sum(axis: 1) }
        }
        let data = try fewRatings()
        var random = SplitMix64(seed: 1)
        let theirs = DotProduct(users: data.users.count, films: data.titles.count, factors: 5, using: &random)
        let mine = Mine(theirs.users.weight.value, theirs.films.weight.value)
        let x = data.trainRatings.inputs
        expectClose(mine(x), theirs(x))
        #expect(mine(x).shape == [x.shape[0]])
        let fitted = try trained(mine, on: data, epochs: 16, using: &random)
        #expect(fitted.losses.train.last! < fitted.losses.train[0] / 2)
    }

    /// 8.16 · Which loss suits MovieLens, and why?
    ///
    /// The mean squared error. Ratings are numbers in an order: four stars in place of five is a small mistake and one
    /// star is a large one, and the square of the distance says so. Its best constant answer is the mean.
    ///
    /// - Shown by: `trained` in Chapters/08-CollaborativeFiltering/04b-DotProduct.swift
    @Test func `8.16 the squared error knows how far off a rating is, and is smallest at the mean`() {
        let five = Tensor([5])
        #expect(mseLoss(Tensor([4]), five).item == 1 && mseLoss(Tensor([1]), five).item == 16)
        let ratings = Tensor([1, 4, 4, 5])
        let losses = stride(from: Float(1), through: 5, by: 0.5).map { mseLoss(.full($0, [4]), ratings).item }
        #expect(losses.firstIndex(of: losses.min()!) == 5 && ratings.mean().item == 3.5)
    }

    /// 8.17 · What if we used cross-entropy for MovieLens? How would the model have to change?
    ///
    /// It would need five outputs for a pair, one for each rating, without a range behind them, and classes as targets.
    /// The loss then knows nothing of the order of the ratings. To get a number again, take the most likely rating, or
    /// the mean of the ratings counted by their probabilities.
    ///
    /// - Shown by: `expectedRating` in Chapters/08-CollaborativeFiltering/07c-RatingsAsClasses.swift
    @Test func `8.17 five outputs, classes as targets, a loss without order, and a mean by probability`() {
        var random = SplitMix64(seed: 2)
        let net = TabularModel([(10, 4), (20, 5)], numbers: 0, outputs: 5, layers: [8], using: &random)
        let x = IntTensor([[1, 2], [3, 4]])
        #expect(net(x).shape == [2, 5])
        // The right class is the last: all the weight on the first is as bad as all on the fourth.
        let far = crossEntropy(Tensor([[9, 0, 0, 0, 0]]), IntTensor([4])).item
        let near = crossEntropy(Tensor([[0, 0, 0, 9, 0]]), IntTensor([4])).item
        #expect(abs(far - near) < 1e-5)
        expectClose(expectedRating(Tensor([[0, 0, 0, 0, 0], [99, 0, 0, 0, 99]])), Tensor([3, 3]))
    }

    /// 8.18 · What is bias for in a dot product model?
    ///
    /// A dot product only says how well a person and a film fit. A bias of the user says that somebody gives high
    /// ratings to everything, a bias of the film that it is liked by everybody. No fit of factors is needed for either.
    ///
    /// - Shown by: `DotProductBias` in Chapters/08-CollaborativeFiltering/04d-Biases.swift
    @Test func `8.18 biases raise all ratings of a person and of a film, and leave others alone`() {
        var random = SplitMix64(seed: 3)
        let model = DotProductBias(users: 3, films: 3, factors: 2, using: &random)
        let pairs = IntTensor([[1, 1], [1, 2], [2, 1], [2, 2]])
        let before = model(pairs).flattened()
        model.userBias.weight.assign(model.userBias.weight.value + Tensor([[0], [2], [0]]))
        let generous = model(pairs).flattened()
        #expect(generous[0].item > before[0].item + 1 && generous[1].item > before[1].item + 1)
        #expect(generous[2].item == before[2].item && generous[3].item == before[3].item)
        model.filmBias.weight.assign(model.filmBias.weight.value + Tensor([[0], [0], [2]]))
        let good = model(pairs).flattened()
        #expect(good[1].item > generous[1].item && good[3].item > generous[3].item + 1)
        #expect(good[0].item == generous[0].item && good[2].item == generous[2].item)
    }

    /// 8.19 · What is another name for weight decay?
    ///
    /// L2 regularization: the sum of squares is the square of the L2 norm of the parameters.
    ///
    /// - Shown by: `penalized` in Chapters/08-CollaborativeFiltering/04e-WeightDecay.swift
    @Test func `8.19 the penalty is the squared L2 norm times the decay`() {
        let p = Parameter(Tensor([3, -4]))
        #expect(abs(penalized(Tensor(1), [p], decay: 0.1).item - (1 + 0.1 * 25)) < 1e-6)
        #expect(p.value.norm(2).item == 5)
    }

    /// 8.20 · Write the equation of weight decay.
    ///
    /// loss_with_decay = loss + decay · Σ p², over all parameters p.
    ///
    /// - Shown by: `penalized` in Chapters/08-CollaborativeFiltering/04e-WeightDecay.swift
    @Test func `8.20 the sum goes over the squares of all parameters`() {
        let (a, b) = (Parameter(Tensor([1, 2])), Parameter(Tensor([[3], [-1]])))
        #expect(abs(penalized(Tensor(0.5), [a, b], decay: 0.2).item - (0.5 + 0.2 * (1 + 4 + 9 + 1))) < 1e-6)
        #expect(penalized(Tensor(0.5), [a, b], decay: 0).item == 0.5)
    }

    /// 8.21 · Write the gradient of weight decay. Why does it make weights smaller?
    ///
    /// It adds 2 · decay · p to the gradient of p. A step goes against the gradient, so it takes from each weight a
    /// share of the weight itself: large ones lose more, and all move toward 0.
    ///
    /// - Shown by: `addDecay` in Chapters/08-CollaborativeFiltering/04e-WeightDecay.swift
    /// - Shown by: `shrink` in Chapters/08-CollaborativeFiltering/04e-WeightDecay.swift
    @Test func `8.21 two times decay times the parameter, the same as by backward, and a step shrinks every weight`() {
        let (byHand, byBackward) = (Parameter(Tensor([4, -2, 0])), Parameter(Tensor([4, -2, 0])))
        addDecay(to: [byHand], decay: 0.1)
        penalized(0 * byBackward.value.sum(), [byBackward], decay: 0.1).backward()
        expectClose(byHand.grad!, Tensor([0.8, -0.4, 0]))
        expectClose(byHand.grad!, byBackward.grad!)
        SGD([byHand], learningRate: 0.5).step()
        expectClose(byHand.value.detached(), Tensor([3.6, -1.8, 0]))
        shrink([byBackward], rate: 0.5, decay: 0.2)
        expectClose(byHand.value.detached(), byBackward.value.detached())
    }

    /// 8.22 · Why does reducing weights lead to better generalization?
    ///
    /// With large weights a function may bend sharply, and so go through each single point that it has seen, noise and
    /// all. Small ones keep it smooth. The loss on what was seen gets worse; on the rest it gets better.
    ///
    /// - Shown by: `parabolas` in Chapters/08-CollaborativeFiltering/04e-WeightDecay.swift
    /// - Shown by: `sweepOfDecays` in Chapters/08-CollaborativeFiltering/04f-LargerLosses.swift
    @Test func `8.22 with decay, the seen is fitted less well and the unseen better`() {
        // A polynomial of degree 9 through ten noisy points of a straight line, with and without a price on its
        // weights.
        func row(_ x: Double) -> [Double] { (0..<10).map { k in (0..<k).reduce(1.0) { power, _ in power * x } } }
        let xs = (0..<10).map { Double($0) / 4.5 - 1 }
        let shifts = noise(10).map { 0.3 * Double($0) }
        let ys = zip(xs, shifts).map { 2 * $0 + $1 }
        let others = (0..<50).map { Double($0) / 25 - 0.98 }
        func errors(_ ridge: Double) -> (seen: Double, unseen: Double, size: Double) {
            let w = leastSquares(xs.map(row), ys, ridge: ridge)
            func value(_ x: Double) -> Double { zip(row(x), w).reduce(0) { $0 + $1.0 * $1.1 } }
            func square(_ x: Double) -> Double { x * x }
            var (seen, unseen) = (0.0, 0.0)
            for (x, y) in zip(xs, ys) { seen += square(value(x) - y) / 10 }
            for x in others { unseen += square(value(x) - 2 * x) / 50 }
            return (seen, unseen, w.reduce(0) { $0 + $1 * $1 })
        }
        let (free, priced) = (errors(1e-9), errors(0.3))
        #expect(priced.seen > free.seen && priced.unseen < free.unseen && priced.size < free.size)
    }
}
