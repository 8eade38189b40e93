// Targets that are classes: one for each photo, or any number of them.

import Tensors
import Training

/// One class out of several. (The book's `CategoryBlock`.) The loss is cross-entropy, a prediction has a probability
/// for each class.
public struct CategoryBlock: TargetBlock, Equatable {
    public static let kind = "category"
    /// Empty until the block is prepared, unless it was given.
    public let vocabulary: Vocabulary

    /// - Parameter vocabulary: nil for the classes of the training set.
    public init(_ vocabulary: Vocabulary? = nil) { self.vocabulary = vocabulary ?? Vocabulary([]) }

    public func prepared(for values: [String]) throws -> CategoryBlock {
        if vocabulary.count > 0 { return self }
        let found = Vocabulary(values)
        guard found.count > 1 else {
            throw TargetProblem(
                "\(values.count) labels of the training set are all “\(found.classes.first ?? "")”: there is nothing to tell apart"
            )
        }
        return CategoryBlock(found)
    }

    public var outputs: Int { vocabulary.count }
    public func label(of value: String) throws -> Int { try vocabulary.number(of: value) }

    public func losses(_ scores: Tensor, _ targets: IntTensor) -> Tensor {
        crossEntropy(scores, targets, reduction: .none)
    }
    public func loss(_ scores: Tensor, _ targets: IntTensor) -> Tensor { crossEntropy(scores, targets) }
    public func activated(_ scores: Tensor) -> Tensor { scores.softmax(axis: 1) }

    public func value(of prediction: Tensor) -> String { vocabulary.classes[prediction.argmax(axis: 0).item] }
    public func value(in targets: IntTensor, at place: Int) -> String { vocabulary.classes[targets[place].item] }
    public func text(of value: String) -> String { value }

    public var saved: [String] { vocabulary.classes }
    public init?(saved: [String]) {
        guard !saved.isEmpty, let vocabulary = Vocabulary(inOrder: saved) else { return nil }
        self.init(vocabulary)
    }
}

/// Any number of classes, also none. (The book's `MultiCategoryBlock`.) The loss is binary cross-entropy, a prediction
/// has a probability for each class, and those above a half are predicted.
public struct MultiCategoryBlock: TargetBlock, Equatable {
    public static let kind = "categories"
    /// Empty until the block is prepared, unless it was given.
    public let vocabulary: Vocabulary

    /// - Parameter vocabulary: nil for the classes of the training set.
    public init(_ vocabulary: Vocabulary? = nil) { self.vocabulary = vocabulary ?? Vocabulary([]) }

    public func prepared(for values: [[String]]) throws -> MultiCategoryBlock {
        if vocabulary.count > 0 { return self }
        let found = Vocabulary(values.joined())
        guard found.count > 0 else { throw TargetProblem("no item of the training set has a label") }
        return MultiCategoryBlock(found)
    }

    public var outputs: Int { vocabulary.count }

    /// 1 for each class that is there, 0 for the others [classes].
    public func label(of value: [String]) throws -> Tensor {
        var present = [Float](repeating: 0, count: vocabulary.count)
        for name in value { present[try vocabulary.number(of: name)] = 1 }
        return Tensor(present)
    }

    public func losses(_ scores: Tensor, _ targets: Tensor) -> Tensor {
        binaryCrossEntropyWithLogits(scores, targets, weights: nil, reduction: .none).mean(axis: 1)
    }
    public func activated(_ scores: Tensor) -> Tensor { scores.sigmoid() }

    public func value(of prediction: Tensor) -> [String] {
        zip(vocabulary.classes, prediction.scalars).filter { $0.1 > 0.5 }.map(\.0)
    }
    public func value(in targets: Tensor, at place: Int) -> [String] { value(of: targets[place]) }
    public func text(of value: [String]) -> String { value.isEmpty ? "nothing" : value.joined(separator: ", ") }

    public var saved: [String] { vocabulary.classes }
    public init?(saved: [String]) {
        guard !saved.isEmpty, let vocabulary = Vocabulary(inOrder: saved) else { return nil }
        self.init(vocabulary)
    }
}
