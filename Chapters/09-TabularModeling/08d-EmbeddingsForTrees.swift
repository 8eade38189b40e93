// # Embeddings for other models
//
// Section 9.8 · After this page you can give a net's embeddings to other models, and have measured whether they help.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors
import Training

// A net for tables learns two things: a row of numbers for each level of each category, and what to do with them. The
// first can be had alone. Train the net, replace every category in the table by its numbers, and train any other model
// on the new columns. The paper about embeddings (section 9.1) has done so with sales of stores and four kinds of
// models: nearest neighbours, a forest, boosting, and the net itself. All became better, and the three others nearly as
// good as the net (the book's figure 9-8). So a firm can train a net once, keep its tables, and look numbers up in them
// for all of its other models.
//
// First a net. What else learns later gets the same rows as it, some of the sales, and the net that the embeddings come
// from has seen no other ones either. It is like that of section 9.7, but with embeddings of at most 8 numbers, so that
// the table that is made of them does not get too wide:

extension TabularModeling {
    /// The widths of the layers of small nets.
    var layersForRows: [Int] { run.size(quick: [20], usual: [200, 100]) }

    /// A net for some of the sales.
    func smallerNet(using random: inout SplitMix64) throws -> TabularLearner<Tensor> {
        let splits = try prepared.splits
        let count = run.size(quick: 300, usual: 8000, full: 100_000)
        let rows = evenly(count, of: splits.train.count)
        let data = try netData(RowSplits(train: rows.map { splits.train[$0] }, valid: splits.valid))
        let learner = TabularLearner<Tensor>(
            data, layers: layersForRows,
            widths: data.recipe.categorify.counts.map { min(8, embeddingWidth($0)) }, range: 8...12, batchSize: 128,
            using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 5), 1e-2) }
        return learner
    }
}

// `embedded` replaces the codes by the rows of a net's tables:

/// The rows of a table with the numbers of a net in place of categories.
/// - Returns: a column for each number of each embedding, then the continuous columns.
public func embedded(_ rows: TabularRows, by net: TabularLearner<Tensor>) throws -> Features {
    let recipe = net.data.recipe
    let x = Tensor.cat([net.model.embedded(rows.categories), rows.numbers], axis: 1).detached()
    let names = zip(recipe.categorical, net.model.plan.widths).flatMap { name, width in
        (0..<width).map { "\(name) \($0)" }
    }
    return try Features(x, names: names + recipe.continuous)
}

extension TabularModeling {
    func numbersForLevels() throws {
        // How many columns does that make?
        var random = run.random
        let net = try smallerNet(using: &random)
        let train = net.data.train
        let (codes, x) = (try train.features, try embedded(train, by: net))
        show(codes.names.count, "columns with codes")
        show(
            x.names.count, "columns with embeddings",
            predict: .count(
                "Widths \(net.model.plan.widths), plain numbers: \(net.model.plan.numbers). How many columns?",
                x.names.count))

        // What do they say? Take the sizes of machines, and ask for each of them which other one has the row that is
        // nearest:
        let place = net.data.recipe.categorical.firstIndex(of: "ProductSize")
        if let place {
            let table = net.model.embeddings[place].weight.value.detached()
            let sizes = net.data.classes("ProductSize")
            let rows = sizes.indices.map { table[$0].scalars }
            var near = TextTable(["size", "nearest in the embedding"])
            for (number, size) in sizes.enumerated().dropFirst() {
                let others = sizes.indices.filter { $0 != number && $0 > 0 }
                let nearest = others.min { apart(rows[$0], rows[number]) < apart(rows[$1], rows[number]) }
                near.add(size, sizes[nearest ?? number])
            }
            show(near, "Neighbours among sizes, \(dataName)")
        }
    }
}

// MARK: Helpers

private func apart(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } }
