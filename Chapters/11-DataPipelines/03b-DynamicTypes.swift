// # The same with types at run time
//
// Section 11.3 · After this page you can build transforms in Python's manner, and say what is gained and lost by it.

import Figures
import Notebook
import Training

// Python finds out at run time whether a value fits. Swift can do that, too: a value of type `Any` may be everything,
// and `as?` asks what it is. With that, the book's transform takes a few lines:

/// A transform that takes anything, and changes what is of the right type. (The book's `Transform`.)
public struct DynamicTransform {
    private let encode: (Any) -> Any
    private let undo: (Any) -> Any

    /// - Parameters:
    ///   - encode: says by its type what it fits.
    ///   - decode: the way back; without one, values stay as they are.
    public init<A, B>(_ encode: @escaping (A) -> B, decode: ((B) -> A)? = nil) {
        self.encode = { value in (value as? A).map(encode) ?? value }
        undo = { value in decode.flatMap { decode in (value as? B).map(decode) } ?? value }
    }

    /// A list stands for the book's tuple: each element by itself, also in lists within lists.
    public func callAsFunction(_ value: Any) -> Any { throughout(value, encode) }
    public func decode(_ value: Any) -> Any { throughout(value, undo) }

    private func throughout(_ value: Any, _ change: (Any) -> Any) -> Any {
        (value as? [Any]).map { $0.map { throughout($0, change) } } ?? change(value)
    }
}

extension DataPipelines {
    func whatIsInside() {
        let plusOne = DynamicTransform({ (x: Int) in x + 1 }, decode: { $0 - 1 })
        let results = (plusOne(2), plusOne(2.0))
        show("\(results.0), \(results.1)", "2 and 2.0 through the dynamic transform")
        record("dynamic/2", results.0 as! Int, book: 3)
        record(
            "dynamic/2.0", results.1 as! Double, book: 2,
            ask: "A dynamic transform for whole numbers gets 2.0. What comes out?")
        // It takes a whole tuple, and needs no `onEach`:
        show("\(plusOne([1, "pos", [5, 2.5] as [Any]] as [Any]))", "1, pos and a pair, through it")
        show("\(plusOne.decode(plusOne([1, "pos"] as [Any])))", "and back")
    }

    func whichIsBetter() {
        // What is lost? A wrong type is no mistake any more, it is simply left alone. Here the tokenizer was
        // forgotten, so that a step for lists of tokens gets a text:
        let count = DynamicTransform { (tokens: [String]) in tokens.count }
        let result = count("I liked it.")
        show(
            "\(result)", "a text, in a step that counts tokens",
            predict: .choice(
                "A step that counts tokens gets a text that is not cut. What happens?",
                ["an error", "the text comes out as it is", "it says 1"], answer: "the text comes out as it is"))
        // No message, and the text goes on to the next step, to be collated at last, where somebody will wonder. With
        // types, `Pipeline { ReadText(); Numericalize() }` does not compile: a `String` is no `[String]`.
        var table = TextTable(["", "types at run time", "types at compile time"])
        table.add("a step that does not fit", "is skipped without a word", "does not compile")
        table.add("tuples of any shape", "by themselves", "onEach, or a type of your own")
        table.add("a new type of item", "existing steps find it", "you say which steps are for it")
        table.add("what comes out", "Any: you have to ask", "known")
        show(table, "Two manners, and what each is good for")
        // Dynamic types are better for a few lines in a notebook with data that nobody has seen yet. Types at compile
        // time are better as soon as something is to run tomorrow, too. Between the two, inside, our `Pipeline` keeps
        // its steps as `any Transform` in a list. But the compiler has looked at every joint when it was put
        // together.
    }
}
