// # Pipelines: one step after the other
//
//     var pipeline = Pipeline { Tokenizer(); Numericalize() }
//     try pipeline.setUp(on: reviews)
//     let numbers = try pipeline("I liked it.")
//     try pipeline.decode(numbers, to: [String].self)       // xxbos, i, liked, it, .
//
// Steps are given in their order, and each must fit the one before: the compiler looks. The way back goes through
// them from the last to the first.

import Kernels
import Synchronization
import Tensors

/// Transforms, one after the other. (The book's class of the same name.)
public struct Pipeline<Input, Output>: RandomTransform, LearningTransform, ReversibleTransform {
    /// In their order. What comes out of one goes into the next.
    public private(set) var steps: [any Transform]

    fileprivate init(steps: [any Transform]) { self.steps = steps }

    /// A pipeline of a single step.
    public init<Step: Transform>(_ step: Step) where Step.Input == Input, Step.Output == Output {
        steps = (step as? any Steps)?.steps ?? [step]
    }

    /// A pipeline of the steps, from the first to the last: transforms or functions.
    public init(@PipelineBuilder _ steps: () -> Pipeline) { self = steps() }

    /// The same with one more step at its end.
    public func then<Next: Transform>(_ next: Next) -> Pipeline<Input, Next.Output> where Next.Input == Output {
        Pipeline<Input, Next.Output>(steps: steps + Pipeline<Output, Next.Output>(next).steps)
    }

    /// The first step of a type: `pipeline[Numericalize.self]?.vocabulary`
    public subscript<Step: Transform>(_ type: Step.Type) -> Step? { steps.lazy.compactMap { $0 as? Step }.first }

    public func callAsFunction(
        _ item: Input, isTraining: Bool, using random: inout SplitMix64
    ) throws -> Output {
        func next<Step: Transform>(_ step: Step, _ value: Any) throws -> Any {
            try applied(step, value as! Step.Input, isTraining: isTraining, using: &random)
        }
        return try steps.reduce(item as Any) { value, step in try next(step, value) } as! Output
    }

    /// Sets up the steps in their order: each sees the items as those before it have made them.
    public mutating func setUp(on items: [Input]) throws {
        func learn<Step: LearningTransform>(_ step: inout Step, _ items: [Any]) throws {
            try step.setUp(on: items.map { $0 as! Step.Input })
        }
        guard let last = steps.lastIndex(where: { $0 is any LearningTransform }) else { return }
        var values: [Any] = items
        for place in 0...last {
            if var step = steps[place] as? any LearningTransform {
                try learn(&step, values)
                steps[place] = step
            }
            if place < last { values = try onAllThreads(steps[place], values) }
        }
    }
}

// MARK: The way back

/// Something for people to read or to look at. Decoding for people goes on until it comes to one. (In the book, a
/// type with a method `show`.)
public protocol Showable {}

extension String: Showable {}

extension Pipeline {
    /// An output, and what it becomes step by step on the way back, as far as there is one.
    public func wayBack(_ output: Output) throws -> [Any] {
        func back<Step: ReversibleTransform>(_ step: Step, _ value: Any) throws -> Any {
            try step.decode(value as! Step.Output)
        }
        var values: [Any] = [output]
        for step in steps.reversed() {
            guard let step = step as? any ReversibleTransform else { break }
            values.append(try back(step, values.last!))
        }
        return values
    }

    /// - Throws: ``TransformProblem``, which names the step that has no way back.
    public func decode(_ output: Output) throws -> Input {
        let values = try wayBack(output)
        guard values.count > steps.count else {
            let step = steps[steps.count - values.count]
            throw TransformProblem("there is no way back through \(nameOfType(step))")
        }
        return values.last as! Input
    }

    /// Goes back until it comes to a value of a type.
    /// - Throws: ``TransformProblem`` if there is none on the way.
    public func decode<Value>(_ output: Output, to type: Value.Type) throws -> Value {
        if let value = try wayBack(output).lazy.compactMap({ $0 as? Value }).first { return value }
        throw TransformProblem("there is no \(type) on the way back from \(Output.self)")
    }

    /// Goes back until it comes to something for people; nil if there is nothing on the way.
    public func shown(_ output: Output) throws -> (any Showable)? {
        try wayBack(output).lazy.compactMap { $0 as? any Showable }.first
    }
}

// MARK: How pipelines are written

/// Puts steps together, and lets the compiler see that each fits the one before.
@resultBuilder public enum PipelineBuilder {
    public static func buildExpression<Step: Transform>(_ step: Step) -> Step { step }
    public static func buildExpression<A, B>(_ function: @escaping @Sendable (A) throws -> B) -> FunctionTransform<A, B>
    {
        FunctionTransform(function)
    }
    public static func buildPartialBlock<Step: Transform>(first: Step) -> Pipeline<Step.Input, Step.Output> {
        Pipeline(first)
    }
    public static func buildPartialBlock<Input, Step: Transform>(
        accumulated: Pipeline<Input, Step.Input>, next: Step
    ) -> Pipeline<Input, Step.Output> { accumulated.then(next) }
}

/// A transform that is made of others.
private protocol Steps { var steps: [any Transform] { get } }
extension Pipeline: Steps {}

/// The name of a transform's type, without what it is generic over.
func nameOfType(_ value: Any) -> String { String("\(type(of: value))".prefix { $0 != "<" }) }

/// All items after a step, with nothing left to chance.
/// - Throws: the error of the first item that has one.
private func onAllThreads<Step: Transform>(_ step: Step, _ items: [Any]) throws -> [Any] {
    let results = Results(items)
    parallelFor(items.count, grain: 16) { block in
        for place in block {
            let result = Result<Any, any Error> { try step(results.items[place] as! Step.Input) }
            results.lock.withLock { _ in results.made[place] = result }
        }
    }
    return try results.made.map { try $0!.get() }
}

/// Items that several threads read, and what they make of them, each at a place of its own.
private final class Results: @unchecked Sendable {
    let items: [Any]
    var made: [Result<Any, any Error>?]
    let lock = Mutex(())

    init(_ items: [Any]) { (self.items, made) = (items, Array(repeating: nil, count: items.count)) }
}
