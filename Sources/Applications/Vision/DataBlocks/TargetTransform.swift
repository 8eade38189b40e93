// Targets in pipelines.

import Tensors
import Training

/// What a block of targets does with labels: it learns from those of the training set, and makes of each what a loader
/// wants.
public struct TargetTransform<Target: TargetBlock>: LearningTransform, ReversibleTransform {
    /// Prepared once the transform has been set up.
    public private(set) var target: Target

    public init(_ target: Target) { self.target = target }

    public mutating func setUp(on values: [Target.Value]) throws { target = try target.prepared(for: values) }
    /// - Throws: ``TargetProblem`` for a value that the training set does not know.
    public func callAsFunction(_ value: Target.Value) throws -> Target.Label { try target.label(of: value) }
    public func decode(_ label: Target.Label) -> Target.Value { target.value(in: Target.Label.collate([label]), at: 0) }
}

/// Classes as numbers. (The book's `Categorize`.)
public typealias Categorize = TargetTransform<CategoryBlock>

extension TargetTransform where Target == CategoryBlock {
    /// - Parameter vocabulary: nil for the classes of the training set.
    public init(_ vocabulary: Vocabulary? = nil) { self.init(CategoryBlock(vocabulary)) }
    public var vocabulary: Vocabulary { target.vocabulary }
}
