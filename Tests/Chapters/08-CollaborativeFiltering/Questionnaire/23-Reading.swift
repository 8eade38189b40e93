// Questions 8.23 to 8.31: reading models, beginning without ratings, and nets.

import Chapter08
import Datasets
import Layers
import Notebook
import Tensors
import TestSupport
import Testing
import Training

extension `8 Questionnaire` {
    /// 8.23 · What does `argsort` do?
    ///
    /// It returns the places of the numbers in the order in which they would be sorted, not the numbers. So it can put
    /// titles in the order of their biases.
    ///
    /// - Shown by: `sortingPlaces` in Chapters/08-CollaborativeFiltering/05-BestAndWorst.swift
    @Test func `8.23 the places that sort, from either end`() {
        let numbers = Tensor([0.3, -1, 0.7])
        #expect(numbers.argsort().scalars == [1, 0, 2] && numbers.argsort(descending: true).scalars == [2, 0, 1])
        expectClose(numbers.rows(numbers.argsort().scalars), numbers.sorted().values)
    }

    /// 8.24 · Does sorting films by their bias give the same as sorting them by their mean rating? Why, or why not?
    ///
    /// No. A mean also depends on who has rated the film. If these people are generous, or if the film was seen only by
    /// those whose taste it is, the mean is high without the film being good. The bias is what is left when the biases
    /// of the users and the fit of the factors have been accounted for.
    ///
    /// - Shown by: `meansAndBiases` in Chapters/08-CollaborativeFiltering/05b-BiasAndMean.swift
    @Test func `8.24 the better film has the higher bias, although strict people have given it the lower mean`() {
        // Films 3 to 10 are rated by everybody, with 4 by generous people and 2 by strict ones. Only generous people
        // have seen film 1, and like it no better than the rest, 4; only strict ones have seen film 2, and like it
        // better, 3.
        let people = 20
        let ratings = (0..<people).flatMap { user -> [(user: Int, film: Int, stars: Double)] in
            let isGenerous = user < people / 2
            let own = isGenerous ? (user: user, film: 1, stars: 4.0) : (user: user, film: 2, stars: 3.0)
            return [own] + (3...10).map { (user: user, film: $0, stars: isGenerous ? 4 : 2) }
        }
        func mean(_ film: Int) -> Double {
            let own = ratings.filter { $0.film == film }
            return own.reduce(0) { $0 + $1.stars } / Double(own.count)
        }
        // A bias for each person and each film, by least squares.
        let columns = ratings.map { one in
            (0..<people).map { $0 == one.user ? 1.0 : 0 } + (1...10).map { $0 == one.film ? 1.0 : 0 }
        }
        let biases = leastSquares(columns, ratings.map { $0.stars - 3 }, ridge: 0.01)[people...]
        let (first, second, third) = (biases[people], biases[people + 1], biases[people + 2])
        #expect(mean(1) == 4 && mean(2) == 3)
        #expect(second > first + 0.9 && abs(first - third) < 0.1)
    }

    /// 8.25 · How do you print the names and details of the layers of a model?
    ///
    /// In fastai, `learn.model` prints itself. Here, `summary(of:)` lists layers with names, types, shapes and sizes,
    /// and `namedParameters` the parameters.
    ///
    /// - Shown by: `theLibrarysModel` in Chapters/08-CollaborativeFiltering/05f-CollabLearner.swift
    @Test func `8.25 a summary names the four embeddings and counts their numbers`() {
        var random = SplitMix64(seed: 5)
        let model = EmbeddingDotBias(50, users: 944, items: 1635, using: &random)
        let text = model.summary(of: IntTensor([[1, 2]])).description
        for name in ["uWeight", "iWeight", "uBias", "iBias", "Embedding", "47200", "81750"] {
            #expect(text.contains(name))
        }
        #expect(model.parameterCount == 131_529)
    }

    /// 8.26 · What is the bootstrapping problem in collaborative filtering?
    ///
    /// Without ratings there is nothing to learn from. A new user or a new film has no factors, and a new service has
    /// no users.
    ///
    /// - Shown by: `coldStart` in Chapters/08-CollaborativeFiltering/06-Strangers.swift
    @Test func `8.26 a row that was never looked up has learned nothing`() throws {
        let data = try fewRatings()
        var random = SplitMix64(seed: 6)
        let model = DotProductBias(users: data.users.count + 1, films: data.titles.count, factors: 5, using: &random)
        let last = data.users.count
        let before = model.users.weight.value.detached()
        let fitted = try trained(model, on: data, epochs: 3, decay: 0, using: &random, loss: flatMSELoss)
        let after = fitted.model.users.weight.value.detached()
        #expect(after[last].scalars == before[last].scalars)
        #expect((after[1] - before[1]).abs().max().item > 0.01)
    }

    /// 8.27 · How could you deal with it for new users? And for new films?
    ///
    /// Ask a new user something: a few ratings, or what a model can turn into factors, such as age or interests. Until
    /// then take the factors of one user who stands for the average, or the mean. New films are the same from the other
    /// side: their genres or makers are known before anybody has seen them, and a model can turn these into factors.
    ///
    /// - Shown by: `answersAndRatings` in Chapters/08-CollaborativeFiltering/06b-AskThem.swift
    /// - Shown by: `aNewFilm` in Chapters/08-CollaborativeFiltering/06c-NewFilms.swift
    @Test func `8.27 a few ratings are enough to find a taste, and none give the mean`() {
        var random = SplitMix64(seed: 7)
        let films = Tensor.randn(40, 3, using: &random), filmBias = Tensor.zeros(40)
        let mean = Taste(factors: .zeros(3), bias: 0)
        let own = Taste(factors: Tensor([0.8, -0.6, 0.3]), bias: 0.4)
        func found(_ count: Int) -> Taste {
            let titles = Array(0..<count)
            let ratings = own.ratings(titles, films: films, filmBias: filmBias)
            return fittedTaste(
                zip(titles, ratings).map { (title: $0, rating: $1) }, films: films, filmBias: filmBias, mean: mean,
                spread: (factors: [1, 1, 1], bias: 1), noise: 0.1)
        }
        func distance(_ taste: Taste) -> Float {
            (taste.factors - own.factors).norm().item + abs(taste.bias - own.bias)
        }
        #expect(found(0).factors.scalars == [0, 0, 0] && found(0).bias == 0)
        #expect(distance(found(3)) < distance(found(0)) && distance(found(20)) < 0.1)
    }

    /// 8.28 · How can feedback loops affect a recommender?
    ///
    /// A small group that rates a lot decides what is recommended. That draws more people like them, who rate more of
    /// it, and drives others away: the group grows exponentially, and the service becomes something else.
    ///
    /// - Shown by: `loopOverYears` in Chapters/08-CollaborativeFiltering/06e-OneInTen.swift
    /// - Shown by: `yearsOfService` in Chapters/08-CollaborativeFiltering/06d-FeedbackLoop.swift
    @Test func `8.28 one person in ten takes over when all ratings count, and not when each person counts alike`()
        throws
    {
        for seed in 1...4 as ClosedRange<UInt64> {
            var (first, second) = (SplitMix64(seed: seed), SplitMix64(seed: seed))
            let all = try yearsOfService(7, .allRatings, using: &first)
            let alike = try yearsOfService(7, .threeOfEach, using: &second)
            #expect(all[0].fanShare == 0.1 && all[7].fanShare > 0.5 && all[7].anime == 10)
            #expect(alike[7].fanShare < 0.1 && alike[7].anime < 5)
            // Exponential: fans for each of the others, against the year before.
            let growth = (6...7).map { Double(all[$0].fans) / Double(all[$0].others) }
            #expect(abs(growth[1] / growth[0] - 2.25) < 0.4)
        }
    }

    /// 8.29 · With embeddings in a net, why may users and films have different numbers of factors?
    ///
    /// Nothing is multiplied entry by entry: the rows are put next to each other, and the first layer takes as many
    /// numbers as both have together.
    ///
    /// - Shown by: `CollabNN` in Chapters/08-CollaborativeFiltering/07-NetOfEmbeddings.swift
    @Test func `8.29 74 and 101 factors make 175 inputs`() {
        var random = SplitMix64(seed: 9)
        #expect(embeddingSize(944) == 74 && embeddingSize(1635) == 101 && embeddingSize(10_000_000) == 600)
        let net = CollabNN(users: (944, 74), films: (1635, 101), using: &random)
        #expect(net(IntTensor([[3, 5], [7, 9]])).shape == [2, 1])
        #expect((net.layers[0] as? Linear)?.weight.shape == [100, 175] && net.parameterCount == 252_692)
    }

    /// 8.30 · Why is there a `Sequential` in `CollabNN`?
    ///
    /// It makes one layer of several: linear, ReLU, linear are called in turn by one call, so `forward` stays a line.
    ///
    /// - Shown by: `CollabNN` in Chapters/08-CollaborativeFiltering/07-NetOfEmbeddings.swift
    @Test func `8.30 calling it is calling its layers in turn`() {
        var random = SplitMix64(seed: 10)
        let net = CollabNN(users: (5, 3), films: (6, 2), activations: 4, using: &random)
        let x = Tensor.randn(7, 5, using: &random)
        expectClose(net.layers(x), net.layers[2](net.layers[1](net.layers[0](x))))
        #expect(net.layers.layers.count == 3)
    }

    /// 8.31 · Which kind of model should you use to add information about users and items, or dates?
    ///
    /// A tabular model: it takes any number of categories, each with an embedding, and plain numbers beside them.
    /// `EmbeddingNN` is one with two categories and no numbers.
    ///
    /// - Shown by: `TabularModel` in Chapters/08-CollaborativeFiltering/07b-TabularModel.swift
    @Test func `8.31 a tabular model takes more columns, and its output depends on them`() {
        var random = SplitMix64(seed: 11)
        let model = TabularModel([(5, 3), (6, 2), (4, 2)], numbers: 1, outputs: 1, layers: [8], using: &random)
        let x = IntTensor([[1, 2, 3], [1, 2, 3], [1, 2, 0]])
        let y = model.output(x, Tensor([[0], [2], [0]]))
        #expect(y.shape == [3, 1])
        #expect(y[0, 0].item != y[1, 0].item && y[0, 0].item != y[2, 0].item)
        let two: TabularModel = EmbeddingNN([(5, 3), (6, 2)], layers: [8], using: &random)
        #expect(
            two.numberNorm == nil && two.embeddings.count == 2 && two(IntTensor([[1, 2], [2, 1]])).shape == [2, 1])
    }
}
