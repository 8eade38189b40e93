// # A transform of your own
//
// Section 11.3 · After this page you can write a transform: from a function, with a way back, and with something that
// it has learned.

import Figures
import Notebook
import Tensors
import Training

// The simplest transform is a function. What the book gets by writing `@Transform` above one, you get by putting it
// into a pipeline, or into a `FunctionTransform`. Its types are known:

extension DataPipelines {
    func fromAFunction() throws {
        let plusOne = FunctionTransform { (x: Int) in x + 1 }
        show(
            try plusOne(2), "2 after plusOne",
            predict: .count("plusOne adds one to whole numbers. What does it make of 2?", 3))
        // And of 2.0? In the book it returns 2.0 as it is: the type does not fit, so nothing happens. Here
        // `plusOne(2.0)` does not compile. Who wants the book's rule asks for it:
        show(
            try plusOne.onEach(2.0), "2.0, where only what fits is transformed",
            ask: "And what does onEach make of 2.0, which is no whole number?")
    }
}

// A function remembers nothing. A transform that has to know something first is a type of its own, with up to three
// methods. This one takes the mean off, as the book's of the same name:

/// Takes off the mean of what it was set up on. (The book's `NormalizeMean`.)
public struct NormalizeMean: LearningTransform, ReversibleTransform {
    public private(set) var mean: Float = 0

    public init() {}

    public mutating func setUp(on items: [Float]) { mean = items.reduce(0, +) / Float(items.count) }
    public func callAsFunction(_ x: Float) -> Float { x - mean }
    public func decode(_ x: Float) -> Float { x + mean }
}

extension DataPipelines {
    func withState() throws {
        var transform = NormalizeMean()
        transform.setUp(on: [1, 2, 3, 4, 5])
        record("normalize-mean/mean", transform.mean, book: 3, ask: "The mean of 1, 2, 3, 4 and 5?")
        record("normalize-mean/2-there", transform(2), book: -1, ask: "2 without the mean?")
        record("normalize-mean/and-back", transform.decode(transform(2)), book: 2)

        // `setUp` is `mutating`: it changes the transform, and the compiler knows. A copy that was made before knows
        // nothing of it. In Python both would be the same object.
        let before = transform
        transform.setUp(on: [10])
        show(
            before.mean, "mean of a copy, after the original was set up anew",
            ask: "A copy was made, then the original was set up on 10 alone. Which mean has the copy?")
    }

    func callAndImplement() {
        // In the book one calls one method and writes another, because the one that is called does something before
        // and after. Here they are the same: what the book does in between, looking at types and taking tuples apart,
        // is done by the compiler, or by `onEach`, or by the pipeline.
        var table = TextTable(["class of the book", "you call", "you write", "here you call and write"])
        table.add("Module", "()", "forward", "callAsFunction, forward")
        table.add("Transform", "()", "encodes", "callAsFunction")
        table.add("Transform", "decode()", "decodes", "decode, of a ReversibleTransform")
        table.add("Transform", "setup()", "setups", "setUp(on:), of a LearningTransform")
        table.add("Transform", "split_idx", "split_idx = 0", "isTraining, of a RandomTransform; or TrainingOnly")
        show(table, "What to call and what to write")

        // The protocols say what a transform can do, and whoever gets one can ask: a pipeline finds by them which of
        // its steps have to be set up. A way back that does not fit the way there does not compile. What no type says
        // is *whether* `setUp` has been called. Forget it, and nobody tells you:
        show(
            NormalizeMean()(2), "2 after a NormalizeMean that nobody has set up",
            ask: "A NormalizeMean was never set up. What does it make of 2?")
        // So leave it to lists, which always do it (section 11.5). And this is what some transforms say of themselves:
        let kinds: [(name: String, value: any Transform)] = [
            ("FunctionTransform", FunctionTransform { (x: Int) in x }), ("NormalizeMean", NormalizeMean()),
            ("TrainingOnly", TrainingOnly(FunctionTransform { (x: Int) in x })),
        ]
        var other = TextTable(["transform", "has a way back", "learns first", "asks for chance"])
        for (name, value) in kinds {
            func yes(_ isSo: Bool) -> String { isSo ? "yes" : "no" }
            other.add(
                name, yes(value is any ReversibleTransform), yes(value is any LearningTransform),
                yes(value is any RandomTransform))
        }
        show(other, "What three transforms say of themselves")
    }
}
