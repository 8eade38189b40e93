// The book's questions 9.1 to 9.8, each with its answer, and with a test that is the answer in code. The module
// Questions reads them from here; the form of the comments is described there.
//
// To run one of them: `swift test --filter "Questionnaire./.9.2 "`

import Chapter09
import Foundation
import Layers
import Tabular
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `9 Questionnaire` {}

/// Forty towns with postal codes in no order, and prices that depend on the town alone.
private func towns(using random: inout SplitMix64) -> DataFrame {
    let prices = (0..<40).map { _ in Double(random.next() % 1000) / 100 }
    let rows = (0..<2000).map { _ in Int(random.next() % 40) }
    return DataFrame([
        ("code", Column(rows.map { 10_000 + $0 * 37 })), ("price", Column(rows.map { prices[$0] })),
    ])
}

/// The mean squared error of a net on the last rows, when the codes are numbers, or names.
private func errorOnTowns(asNames: Bool) throws -> (error: Float, variance: Double) {
    var random = SplitMix64(seed: 9)
    let frame = towns(using: &random)
    let data = try TabularData(
        frame, procs: [.categorify, .fillMissing, .normalize], categorical: asNames ? ["code"] : [],
        continuous: asNames ? [] : ["code"], target: "price",
        splits: RowSplits(train: Array(0..<1600), valid: Array(1600..<2000)))
    let learner = TabularLearner<Tensor>(data, layers: [20], batchSize: 64, using: &random)
    try EpochReporting.silently { try learner.fitOneCycle(5, 2e-2) }
    let errors = learner.predictions().squeezed(1) - Tensor(data.valid.targets.map(Float.init))
    return (errors.squared().mean().item, pow(frame["price"].deviation, 2))
}

extension `9 Questionnaire` {
    /// 9.1 · What is a continuous variable?
    ///
    /// A column of numbers with which one can calculate: sums, differences and multiples mean something, such as of an
    /// age, a price or an amount. It can go into a model as it is; a net wants it on a common scale.
    ///
    /// - Shown by: `twoKindsOfColumns` in Chapters/09-TabularModeling/01-TwoKindsOfColumns.swift
    @Test func `9.1 a net learns from continuous numbers as they are`() throws {
        // Price is twice the age: half of it is known when the age is half as large.
        let ages = (0..<2000).map { Double($0 * 7 % 50) }
        let frame = DataFrame([("age", Column(ages)), ("price", Column(ages.map { 2 * $0 }))])
        #expect(frame.contCatSplit(dependent: ["price"]).continuous == ["age"])
        var random = SplitMix64(seed: 9)
        // Ages from 20 to 29 were never seen; the net knows what lies between those that were.
        let isBetween = RowMask(ages.map { (20..<30).contains($0) })
        let data = try TabularData(
            frame, procs: [.fillMissing, .categorify, .normalize], categorical: [], continuous: ["age"],
            target: "price",
            splits: RowSplits(valid: isBetween))
        let learner = TabularLearner<Tensor>(data, layers: [20], batchSize: 64, using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(10, 5e-2) }
        let errors = learner.predictions().squeezed(1) - Tensor(data.valid.targets.map(Float.init))
        #expect(errors.squared().mean().item < 25)
    }

    /// 9.2 · What is a categorical variable?
    ///
    /// A column whose values are names of things, one out of a list, so that arithmetic with them means nothing: a
    /// state, a film, a kind of machine. They may be written as numbers, like postal codes.
    ///
    /// - Shown by: `twoKindsOfColumns` in Chapters/09-TabularModeling/01-TwoKindsOfColumns.swift
    @Test func `9.2 codes that are names tell a net much, and as numbers little`() throws {
        let (names, numbers) = (try errorOnTowns(asNames: true), try errorOnTowns(asNames: false))
        #expect(Double(names.error) < 0.2 * names.variance)
        #expect(Double(numbers.error) > 0.5 * numbers.variance)
    }

    /// 9.3 · Which two words are there for the possible values of a categorical variable?
    ///
    /// Levels, and categories.
    ///
    /// - Shown by: `Categorify` in Sources/Applications/Tabular/Preprocessing/Categorify.swift
    @Test func `9.3 the categories of a column are its levels`() {
        let column = Column(["b", "a", "b"]).asCategory()
        #expect(column.kind == .category)
        #expect(column.levels == ["a", "b"])
    }

    /// 9.4 · What is a dense layer?
    ///
    /// A linear layer: a matrix product, and a bias. It is called dense, or fully connected, because every output
    /// depends on every input.
    ///
    /// - Shown by: `embeddingIsADenseLayer` in Chapters/09-TabularModeling/01-TwoKindsOfColumns.swift
    @Test func `9.4 every output of a linear layer depends on every input`() {
        var random = SplitMix64(seed: 9)
        let layer = Linear(3, 2, using: &random)
        let x = Tensor.randn(1, 3, using: &random).requiringGrad()
        for output in 0..<2 {
            x.grad = nil
            layer(x)[0, output].backward()
            #expect(x.grad!.scalars.allSatisfy { $0 != 0 })
        }
    }

    /// 9.5 · How do entity embeddings need less memory, and make nets faster?
    ///
    /// A category as a one-hot vector is as long as there are levels, nearly all of it zeros, and the first layer
    /// multiplies by all of them. An embedding keeps the number of the level and looks up its row in a small, dense
    /// table: the same result, without the zeros.
    ///
    /// - Shown by: `embeddingIsADenseLayer` in Chapters/09-TabularModeling/01-TwoKindsOfColumns.swift
    @Test func `9.5 a look-up gives what one-hot times the table gives, with the same gradient`() {
        var random = SplitMix64(seed: 9)
        let (table, levels) = (Tensor.randn(50, 4, using: &random), [3, 49, 3, 0])
        let (embedding, dense) = (Embedding(table), Parameter(table))
        let oneHot = Tensor(levels.map { level in (0..<50).map { $0 == level ? 1 : 0 } })
        let (found, product) = (embedding(IntTensor(levels)), oneHot.matmul(dense.value))
        #expect(found.scalars == product.scalars)
        found.squared().sum().backward()
        product.squared().sum().backward()
        #expect(embedding.weight.grad!.scalars == dense.grad!.scalars)
        #expect(oneHot.count == 50 * levels.count)
    }

    /// 9.6 · For what kind of data are entity embeddings especially useful?
    ///
    /// For tables with many columns of very many levels, where other methods easily overfit: levels that act alike get
    /// rows that are near each other, so that each learns from its like.
    ///
    /// - Shown by: `mapOfStates` in Chapters/09-TabularModeling/01c-MapOfStates.swift
    @Test func `9.6 a column of thousands of levels gets a table far smaller than one-hot vectors`() {
        let rows = 100_000
        for levels in [100, 1000, 5281] {
            #expect(rows * levels > 20 * (rows + levels * embeddingWidth(levels)))
        }
    }

    /// 9.7 · Which two families of machine learning are enough for nearly everything?
    ///
    /// Ensembles of decision trees (random forests and gradient boosting) for structured data, such as tables; and
    /// neural nets of several layers, trained by gradient descent, for unstructured data: pictures, sound, text.
    ///
    /// - Shown by: `twoFamilies` in Chapters/09-TabularModeling/02-TwoFamilies.swift
    @Test func `9.7 both families learn a table, each in its way: from means of leaves, and by gradients`() throws {
        var random = SplitMix64(seed: 9)
        let x = Tensor.rand(1200, 2, using: &random)
        let rows = (0..<1200).map { x[$0].scalars.map(Double.init) }
        let frame = DataFrame([
            ("a", Column(rows.map { $0[0] })), ("b", Column(rows.map { $0[1] })),
            ("y", Column(rows.map { $0[0] + ($0[1] > 0.5 ? 1 : 0) })),
        ])
        let data = try TabularData(
            frame, procs: [.fillMissing, .categorify, .normalize], categorical: [], continuous: ["a", "b"], target: "y",
            splits: RowSplits(train: Array(0..<1000), valid: Array(1000..<1200)))
        let variance = pow(frame["y"].deviation, 2)
        let forest = try RandomForest(data.train.features, data.train.targets, trees: 20, using: &random)
        #expect(pow(try forest.rootMeanSquaredError(data.valid.features, data.valid.targets), 2) < 0.02 * variance)
        let learner = TabularLearner<Tensor>(data, layers: [30], batchSize: 64, using: &random)
        let before = learner.model.parameters.map(\.value.scalars)
        try EpochReporting.silently { try learner.fitOneCycle(8, 3e-2) }
        let errors = learner.predictions().squeezed(1) - Tensor(data.valid.targets.map(Float.init))
        #expect(Double(errors.squared().mean().item) < 0.3 * variance)
        // The forest has grown from means of targets, and can predict nothing beyond them; the net's weights have
        // moved.
        let far = try Features(["a", "b"], [[50], [50]])
        #expect(try forest.predict(far)[0] <= data.train.targets.max()!)
        #expect(zip(learner.model.parameters, before).allSatisfy { $0.value.scalars != $1 })
    }

    /// 9.8 · Why do some categories need an order, and how is it given?
    ///
    /// Some are ordered by their nature, such as sizes. A tree splits by “is it below this one?”, which says much if
    /// the levels are in their true order and little if they are in that of their letters. One makes the column a
    /// category and names the levels in order: `asCategory(order:)` here, `set_categories(…, ordered=True)` in pandas.
    ///
    /// - Shown by: `anOrderOfOnesOwn` in Chapters/09-TabularModeling/03e-OrderedLevels.swift
    @Test func `9.8 in the right order, one question parts large from small`() {
        let sizes = ["Mini", "Large", "Small", "Large / Medium", "Compact", "Medium"]
        let column = Column(sizes).asCategory(order: ["Large", "Large / Medium", "Medium", "Small", "Mini", "Compact"])
        #expect(Set(column.taking((column < "Small").indices).strings) == ["Large", "Large / Medium", "Medium"])
        // By letters, no question “is it before …?” gives these three.
        let letters = Column(sizes).asCategory()
        let cuts = letters.levels.map { Set(letters.taking((letters < .text($0)).indices).strings) }
        #expect(!cuts.contains(["Large", "Large / Medium", "Medium"]))
    }
}
