// # Pipelines
//
// Section 11.4 · After this page you can put transforms together, go back through them, and know what a pipeline is set
// up on.

import Common
import Foundation
import Notebook
import Tensors
import Text
import Training

// Several transforms in a row are a *pipeline*. By hand, for two of them, it is a call in a call; and back in the other
// order:

/// Two transforms as one. (What the book's `Pipeline` does, for two.)
public struct Both<First: ReversibleTransform, Second: ReversibleTransform>: ReversibleTransform
where First.Output == Second.Input {
    let first: First, second: Second

    public init(_ first: First, _ second: Second) { (self.first, self.second) = (first, second) }

    public func callAsFunction(_ item: First.Input) throws -> Second.Output { try second(try first(item)) }
    public func decode(_ output: Second.Output) throws -> First.Input { try first.decode(try second.decode(output)) }
}

extension DataPipelines {
    func oneAfterTheOther() throws {
        let texts = try trainReviews.prefix(run.size(quick: 60, usual: 1000)).map { try TextFile($0).text }
        var pipeline = Pipeline {
            Tokenizer()
            Numericalize()
        }
        try pipeline.setUp(on: texts)
        let ids = try pipeline(texts[0])
        show(ids.prefix(20).map(\.description).joined(separator: " "), "the first 20 numbers of a review")
        show(beginning(of: try pipeline.decode(ids), 100), "and back")
        let byHand = Both(Tokenizer(), pipeline[Numericalize.self]!)
        show(try byHand(texts[0]) == ids && byHand.decode(ids) == pipeline.decode(ids), "by hand it is the same")
    }

    func toAndFro() throws {
        // In which order does the way back go? Two steps that do not commute tell: plus one, then times two.
        let pipeline = Pipeline {
            PlusOne()
            TimesTwo()
        }
        show(try pipeline(5), "5, plus one, times two", ask: "5, plus one, times two?")
        show(try pipeline.decode(12), "12 on the way back", ask: "12 on the way back?")
        show(PlusOne().decode(12) / 2, "what it would be, if the first step were undone first")

        // For people, one does not want to go back all the way. From numbers to tokens to text, and there it ends: a
        // text can be read. What can be shown says so by its type (`Showable`), and the pipeline stops at the first
        // one that it meets:
        var texts = Pipeline {
            Tokenizer()
            Numericalize(minFrequency: 1)
        }
        try texts.setUp(on: ["A good film.", "A bad film."])
        let way = try texts.wayBack(try texts("A bad film."))
        for value in way { show("\(value)", "on the way back, of type \(type(of: value))") }
        show(try texts.shown(try texts("A bad film.")) as? String ?? "nothing", "what people are shown")
    }

    func setUpInOrder() throws {
        // Setting up is what is different in a pipeline. The second step must see items as the first has made them: a
        // vocabulary is made of tokens and not of files. So each step is set up on what comes out of those before it.
        // Here both steps take the mean off. What mean does the second see?
        var pipeline = Pipeline {
            NormalizeMean()
            TimesTen()
            NormalizeMean()
        }
        try pipeline.setUp(on: [1, 2, 6])
        let means = pipeline.steps.compactMap { ($0 as? NormalizeMean)?.mean }
        show(
            means[1], "mean that the second NormalizeMean has seen",
            predict: .number("1, 2 and 6 without their mean, times ten: what is the mean of that?", 0))
        show(try pipeline(4), "4 through all three", ask: "4 without the mean 3, times ten, without the mean 0?")

        // In the book, a pipeline cannot be set up by itself, as a transform can; that is left to a `TfmdLists`. Here
        // it can. But who decides which items it may see? That is the matter of the next section.
    }
}

// MARK: Helpers

private struct PlusOne: ReversibleTransform {
    func callAsFunction(_ x: Double) -> Double { x + 1 }
    func decode(_ x: Double) -> Double { x - 1 }
}

private struct TimesTwo: ReversibleTransform {
    func callAsFunction(_ x: Double) -> Double { 2 * x }
    func decode(_ x: Double) -> Double { x / 2 }
}

private struct TimesTen: Transform {
    func callAsFunction(_ x: Float) -> Float { 10 * x }
}
