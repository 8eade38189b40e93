// # A net for tables
//
//     categories ─ embeddings ─ dropout ─┐
//                                        ├─ linear, ReLU, batch norm, dropout ─ … ─ linear ─ range
//     numbers ──── batch norm ───────────┘
//
// Every column of categories has a table of its own, in which each level has a row of numbers. These rows are put side
// by side with the plain numbers, and what follows is a net of linear layers.

import Foundation
import Layers
import Tensors

/// How many numbers stand for a level, if there are so many: a rule of thumb, 1.6 · n^0.56, at most 600. (The book's
/// `emb_sz_rule`.)
/// - Parameter levels: what is missing included.
public func embeddingWidth(_ levels: Int) -> Int {
    min(600, Int((1.6 * pow(Double(levels), 0.56)).rounded()))
}

/// What a net for tables is made of.
public struct TabularPlan: Sendable, Codable, Equatable {
    /// The levels of each column of categories, what is missing included, and the width of its embedding.
    public var levels: [Int], widths: [Int]
    /// How many columns of plain numbers there are.
    public var numbers: Int
    public var outputs: Int
    /// The widths of the layers in the middle.
    public var layers: [Int] = [200, 100]
    /// The dropout behind each of these layers (the book's `ps`), and that of the embeddings (`embed_p`).
    public var dropout: Float = 0, embeddingDropout: Float = 0
    /// What comes out is between these; nil for anything. (The book's `y_range`.)
    public var range: ClosedRange<Float>?

    public init(
        levels: [Int], widths: [Int]? = nil, numbers: Int, outputs: Int = 1, layers: [Int] = [200, 100],
        dropout: Float = 0, embeddingDropout: Float = 0, range: ClosedRange<Float>? = nil
    ) {
        (self.levels, self.widths) = (levels, widths ?? levels.map(embeddingWidth))
        (self.numbers, self.outputs, self.layers, self.range) = (numbers, outputs, layers, range)
        (self.dropout, self.embeddingDropout) = (dropout, embeddingDropout)
    }

    /// Numbers that go into the first layer.
    public var inputs: Int { widths.reduce(numbers, +) }
}

/// Embeddings and numbers side by side, then a net: a batch of b rows → [b, outputs]. (The book's `TabularModel`.)
public final class TabularModel: Module, Layer {
    public let plan: TabularPlan
    public let embeddings: [Embedding]
    public let embeddingDropout: Dropout?
    public let numberNorm: BatchNorm1d?
    public let layers: Sequential

    /// - Precondition: there is a column, and a width for each column of categories.
    public init(_ plan: TabularPlan, using random: inout some RandomNumberGenerator) {
        require(
            plan.levels.count == plan.widths.count && plan.inputs > 0 && plan.outputs > 0, "a TabularModel of \(plan)",
            "it needs columns, a width for each embedding, and outputs")
        self.plan = plan
        embeddings = zip(plan.levels, plan.widths).map { levels, width in
            Embedding(Initialization.truncatedNormal(deviation: 0.01).draw([levels, width], using: &random))
        }
        embeddingDropout = plan.embeddingDropout > 0 ? Dropout(plan.embeddingDropout, using: &random) : nil
        numberNorm = plan.numbers > 0 ? BatchNorm1d(plan.numbers) : nil
        var (parts, width) = ([any Layer<Tensor, Tensor>](), plan.inputs)
        for next in plan.layers {
            // A bias would be taken away again by the batch norm.
            parts += [Linear(width, next, bias: false, using: &random), ReLU(), BatchNorm1d(next)]
            if plan.dropout > 0 { parts.append(Dropout(plan.dropout, using: &random)) }
            width = next
        }
        layers = Sequential(parts + [Linear(width, plan.outputs, using: &random)])
    }

    public func forward(_ x: TabularBatch) -> Tensor {
        let y = layers(joined(x))
        guard let range = plan.range else { return y }
        return y.sigmoid() * (range.upperBound - range.lowerBound) + range.lowerBound
    }

    /// What goes into the first layer, [b, inputs].
    public func joined(_ x: TabularBatch) -> Tensor {
        var parts: [Tensor] = []
        if !embeddings.isEmpty {
            let found = embedded(x.categories)
            parts.append(embeddingDropout.map { $0(found) } ?? found)
        }
        if let numberNorm { parts.append(numberNorm(x.numbers)) }
        return parts.count == 1 ? parts[0] : .cat(parts, axis: 1)
    }

    /// The rows of all embeddings side by side: what other models may learn from in place of the numbers of categories.
    /// categories [b, columns] → [b, all widths]
    public func embedded(_ categories: IntTensor) -> Tensor {
        Tensor.cat(embeddings.enumerated().map { $1(categories[0..., $0]) }, axis: 1)
    }
}
