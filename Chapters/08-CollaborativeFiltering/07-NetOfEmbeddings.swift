// # A net in place of the product
//
// Section 8.7 · After this page you can build a recommender that ends in a net, with embeddings of different widths.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// A dot product with factors that are learned is called *probabilistic matrix factorization*, PMF. To make a deep net
// of it, do not multiply the two rows: put them next to each other, and let layers find out what follows from both.
// Then they need not be equally long, since nothing is multiplied entry by entry. How long should they be? fastai has a
// rule of thumb for a table of n rows, which `embeddingSize` computes:
//
//     width = 1.6 · n^0.56, rounded, and at most 600

/// How many factors a table of n rows should have. (The book's `emb_sz_rule`; its `get_emb_sz` asks
/// it for each column.)
public func embeddingSize(_ n: Int) -> Int { min(600, Int((1.6 * pow(Double(n), 0.56)).rounded())) }

extension CollaborativeFiltering {
    func sizesOfEmbeddings() throws {
        var table = TextTable(["rows", "width"])
        for n in [2, 10, 100, 944, 1635, 10_000, 1_000_000] { table.add(n, embeddingSize(n)) }
        show(table, "Widths by the rule; 944 and 1635 are the book's users and titles")
        let data = try loaders
        let sizes = [data.users.count, data.titles.count].map { [$0, embeddingSize($0)] }
        show("\(sizes)", "rows and widths for \(dataName)")
        record("sizes/user-factors", embeddingSize(944), book: 74)
        record("sizes/title-factors", embeddingSize(1635), book: 101)
    }
}

// `CollabNN` has the two tables, and a `Sequential` (its trainings are `runG`): two linear layers with a ReLU between
// them, chained into one thing that is called in one line.

/// Two embeddings side by side, then a net: x [b, 2] → [b, 1]. (The book's `CollabNN`.)
public final class CollabNN: Module, Layer {
    public let users, films: Embedding
    public let layers: Sequential
    public let range: ClosedRange<Float>

    /// - Parameters:
    ///   - users, films: rows and width of each table.
    ///   - activations: of the layer in the middle. (The book's `n_act`.)
    public init(
        users: (rows: Int, width: Int), films: (rows: Int, width: Int), range: ClosedRange<Float> = 0...5.5,
        activations: Int = 100, using random: inout some RandomNumberGenerator
    ) {
        self.users = Embedding(users.rows, users.width, deviation: 0.01, using: &random)
        self.films = Embedding(films.rows, films.width, deviation: 0.01, using: &random)
        layers = Sequential(
            Linear(users.width + films.width, activations, using: &random), ReLU(),
            Linear(activations, 1, using: &random))
        self.range = range
    }

    public func forward(_ x: IntTensor) -> Tensor {
        let both = Tensor.cat([users(x[0..., 0]), films(x[0..., 1])], axis: 1)
        return sigmoidRange(layers(both), range.lowerBound, range.upperBound)
    }
}

extension CollaborativeFiltering {
    /// The net, trained on each split with a decay of 0.01: run G.
    var runG: [Fitted<CollabNN>] {
        get throws {
            try run.once {
                try overSplits { data, random in
                    let (users, films) = (data.users.count, data.titles.count)
                    let net = CollabNN(
                        users: (users, embeddingSize(users)), films: (films, embeddingSize(films)), using: &random)
                    return try trained(net, on: data, using: &random, loss: flatMSELoss)
                }
            }
        }
    }

    func trainTheNet() throws {
        var random = run.random
        let net = CollabNN(users: (944, 74), films: (1635, 101), using: &random)
        record(
            "net/parameters", net.parameterCount, book: 252_692, differs: "computed from the book's sizes",
            ask: "Tables of 944 × 74 and 1635 × 101, layers 175 → 100 → 1 with biases: how many parameters?")
        let x = try loaders.train.first!.0
        show(try runG[0].model.summary(of: x).description, "the net of this run")

        let losses = try runG.map(\.losses)
        show(epochTable(losses, .g), "Run G: a net on \(dataName)")
        recordLast(losses, .g)
    }
}
