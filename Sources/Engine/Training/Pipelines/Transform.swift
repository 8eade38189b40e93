// # Transforms: one step on the way into a net
//
//     struct Halved: Transform {
//         func callAsFunction(_ x: Float) -> Float { x / 2 }
//     }
//
// A file becomes a text, a text tokens, tokens numbers. Each of these steps is a transform: a function whose types say
// what fits before and after it. Some can do more, and then they say so by one more protocol: they go back, they learn
// something from the training items first, or they leave something to chance.

import Tensors

/// One step on the way of an item into a net. (The book's class of the same name, and its `encodes`.)
///
/// It is called on several threads at once.
public protocol Transform<Input, Output>: Sendable {
    associatedtype Input
    associatedtype Output
    func callAsFunction(_ item: Input) throws -> Output
}

/// A transform with a way back, so that people can see what a net got or said. (The book's `decodes`.)
public protocol ReversibleTransform: Transform {
    /// What the output was made of, as far as it can be known.
    func decode(_ output: Output) throws -> Input
}

/// A transform that has to see items before it can be used. (The book's `setups`.)
public protocol LearningTransform: Transform {
    /// Learns what it needs, such as a vocabulary. They are training items, never validation items.
    mutating func setUp(on items: [Input]) throws
}

/// A transform that leaves something to chance while a net learns. Called like any other one it leaves nothing to
/// chance, as when a net is judged.
public protocol RandomTransform: Transform {
    // Said again, so that the compiler finds both types in the method below.
    associatedtype Input
    associatedtype Output
    /// - Parameter isTraining: only then may chance play a part.
    func callAsFunction(_ item: Input, isTraining: Bool, using random: inout SplitMix64) throws -> Output
}

extension RandomTransform {
    public func callAsFunction(_ item: Input) throws -> Output {
        var random = SplitMix64(seed: 0)
        return try self(item, isTraining: false, using: &random)
    }
}

/// A function as a transform: it has no way back, and learns nothing.
public struct FunctionTransform<Input, Output>: Transform {
    private let function: @Sendable (Input) throws -> Output

    public init(_ function: @escaping @Sendable (Input) throws -> Output) { self.function = function }

    public func callAsFunction(_ item: Input) throws -> Output { try function(item) }
}

/// A transform that is left out when a net is judged.
public struct TrainingOnly<Inner: Transform>: RandomTransform where Inner.Input == Inner.Output {
    public typealias Input = Inner.Input
    public typealias Output = Inner.Input
    public let inner: Inner

    public init(_ inner: Inner) { self.inner = inner }

    public func callAsFunction(
        _ item: Inner.Input, isTraining: Bool, using random: inout SplitMix64
    ) throws -> Inner.Input {
        isTraining ? try applied(inner, item, isTraining: true, using: &random) : item
    }
}

// MARK: On several things at once

extension Transform where Input == Output {
    /// Transforms those elements that fit, each by itself, and leaves the others as they are. (What the book's
    /// transforms do with a tuple.)
    ///
    ///     let (photo, mask, breed) = try smaller.onEach(photo, mask, breed)
    ///
    /// Chance decides the same for all of them.
    public func onEach<each Element>(
        _ elements: repeat each Element, isTraining: Bool = false, using random: inout SplitMix64
    ) throws -> (repeat each Element) {
        let start = random
        func one<Item>(_ item: Item) throws -> Item {
            guard let fitting = item as? Input else { return item }
            random = start
            return try applied(self, fitting, isTraining: isTraining, using: &random) as! Item
        }
        return try (repeat one(each elements))
    }

    /// The same with nothing left to chance.
    public func onEach<each Element>(_ elements: repeat each Element) throws -> (repeat each Element) {
        var random = SplitMix64(seed: 0)
        return try onEach(repeat each elements, using: &random)
    }
}

/// Calls a transform; one that leaves something to chance gets the generator.
func applied<Step: Transform>(
    _ step: Step, _ item: Step.Input, isTraining: Bool, using random: inout SplitMix64
) throws -> Step.Output {
    func withChance<Chance: RandomTransform>(_ chance: Chance) throws -> Step.Output {
        try chance(item as! Chance.Input, isTraining: isTraining, using: &random) as! Step.Output
    }
    if let chance = step as? any RandomTransform { return try withChance(chance) }
    return try step(item)
}

/// What is wrong with a transform or the items that it is given.
public struct TransformProblem: Error, Equatable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}
