// # Into the range of ratings
//
// Section 8.4 · After this page you can hold predictions in a range, and say why it ends at 5.5.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// A dot product may be any number; a rating may not. `sigmoidRange` bends all numbers into a range, so that the model
// need not learn where ratings end. (Section 6.4 makes the same function, for places in a picture.)
//
//     y = low + (high - low) · σ(x)

/// Any number into the range from low to high, x [...] → [...]. (The book's `sigmoid_range`.)
public func sigmoidRange(_ x: Tensor, _ low: Float, _ high: Float) -> Tensor {
    x.sigmoid() * (high - low) + low
}

extension CollaborativeFiltering {
    func theRange() {
        show(
            Chart("A range that ends at 5 never gets there", x: "dot product", y: "rating", yLimits: 0...6) {
                Line.function(-6...6, "from 0 to 5.5") { (x: Tensor) in sigmoidRange(x, 0, 5.5) }
                Line.function(-6...6, "from 0 to 5", dashed: true) { (x: Tensor) in sigmoidRange(x, 0, 5) }
                Rule(y: 5, "five stars", colour: .black)
            }, "sigmoidRange with two ranges")
        show(
            sigmoidRange(Tensor(0), 0, 5.5).item, "where the dot product is 0", ask: "What is sigmoidRange(0, 0, 5.5)?")

        // The book takes the range from 0 to 5.5. A sigmoid comes near its ends but never arrives, so with a range from
        // 0 to 5 no finite number means five stars, and a model that wants to say "five" would push its factors up for
        // ever. With 5.5, five stars are at ln 10:
        show(sigmoidRange(Tensor(Float(log(10.0))), 0, 5.5).item, "where the dot product is ln 10")

        // How far must it go, and how much slope is left there to learn by? For 4.9 stars:
        var table = TextTable(["range", "dot product for 4.9", "slope there"], decimals: 3)
        for high in [5, 5.5] as [Float] {
            let x = Tensor(Float(log(4.9 / (Double(high) - 4.9)))).requiringGrad()
            sigmoidRange(x, 0, high).backward()
            table.add("0 to \(high)", x.item, x.grad!.item)
        }
        show(table, "What 4.9 stars take")
    }
}

// `RangedDotProduct` is the dot product with a range behind it; `rangedRuns`, `runB` and `narrowRunB` are its
// trainings:

/// A dot product, bent into a range: x [b, 2] → [b]
public final class RangedDotProduct: Module, Layer {
    public let users, films: Embedding
    public let range: ClosedRange<Float>

    public init(
        users: Int, films: Int, factors: Int, range: ClosedRange<Float> = 0...5.5,
        using random: inout some RandomNumberGenerator
    ) {
        self.users = Embedding(users, factors, deviation: 0.01, using: &random)
        self.films = Embedding(films, factors, deviation: 0.01, using: &random)
        self.range = range
    }

    public func forward(_ x: IntTensor) -> Tensor {
        let match = (users(x[0..., 0]) * films(x[0..., 1])).sum(axis: 1)
        return sigmoidRange(match, range.lowerBound, range.upperBound)
    }
}

extension CollaborativeFiltering {
    private func rangedRuns(to high: Float) throws -> [Fitted<RangedDotProduct>] {
        try overSplits { data, random in
            try trained(
                RangedDotProduct(
                    users: data.users.count, films: data.titles.count, factors: 50, range: 0...high, using: &random),
                on: data, using: &random)
        }
    }

    /// The dot product with a range, trained on each split: run B.
    var runB: [Fitted<RangedDotProduct>] {
        get throws { try run.once { try rangedRuns(to: 5.5) } }
    }

    /// The same with a range that ends at 5.
    var narrowRunB: [Fitted<RangedDotProduct>] {
        get throws { try run.once { try rangedRuns(to: 5) } }
    }

    func trainWithARange() throws {
        let losses = try runB.map(\.losses)
        let valid = meanLosses(losses, \.valid)
        show(epochTable(losses, .b), "Run B: a dot product with a range, on \(dataName)")
        recordLast(losses, .b)

        // The first epoch is better by far: at the start, all predictions are 2.75, which is not far from most ratings.
        // But look down both columns of losses. On what it has learned from, the model gets better and better; on other
        // ratings it has its best epoch, and then?
        let best = valid.firstIndex(of: valid.min()!)!
        show(
            "epoch \(best)", "the best epoch by the validation ratings",
            predict: .yesNo(
                "Is the last epoch the best one, for ratings that the model has not seen?", best == valid.count - 1))

        // That is *overfitting*: the factors have room for the whims of single ratings, and learn them by heart. The
        // page after the next brings the cure. And does the end of the range matter as much as it seems to? The same
        // training with a range that ends at 5:
        let narrow = try narrowRunB.map(\.losses)
        var table = TextTable(["range", "best epoch", "last epoch"], decimals: 4)
        for (high, losses) in [("5", narrow), ("5.5", losses)] {
            table.add("0 to \(high)", Spread(losses.map { $0.valid.min()! }), Spread(losses.map { $0.valid.last! }))
        }
        show(
            table, "Losses with two ranges, on \(dataName)",
            predict: .choice(
                "Which range has the lower loss on unseen ratings after five epochs?", ["0 to 5", "0 to 5.5"],
                answer: Spread(narrow.map { $0.valid.last! }).mean < Spread(losses.map { $0.valid.last! }).mean
                    ? "0 to 5" : "0 to 5.5"))

        // In our runs, on MovieLens and on generated ratings, the narrow range is ahead. Perhaps it works as a brake:
        // near five stars it has less slope, so it learns by heart more slowly, and this model has no other brake. If
        // so, it should be less ahead once there is another one. We shall ask again.
    }
}
