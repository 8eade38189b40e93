// # Classes, for models
//
// Section 8.4 · After this page you can write a class in Swift, and say what a `Module` adds to it.

import Figures
import Layers
import Notebook
import Tensors

// From here on every model is a class of our own. The book stops for a page of object-oriented programming first, and
// so do we. An *object* is data together with functions that work on them; a *class* is the plan by which objects are
// made. Here is the book's example, `Example`, whose objects remember one text and can say something with it:

/// Remembers `a`, and greets. (The book's `Example`.)
public class Example {
    let a: String

    public init(_ a: String) { self.a = a }

    public func say(_ x: String) -> String { "Hello \(a), \(x)." }
}

extension CollaborativeFiltering {
    func anObject() {
        // `Example("Sylvain")` makes an object: it runs `init`, which stores the text. `say` is a *method*:
        let example = Example("Sylvain")
        show(example.say("nice to meet you"), "what it says")

        // Python has the same parts under other names. Its methods take the object as a first argument, `self`. In
        // Swift it is there without being named, and has to be written only where another name is in the way: `self.a =
        // a`.
        var words = TextTable(["Python", "Swift", "what it is"])
        words.add("class Example:", "class Example { … }", "the plan")
        words.add("def __init__(self, a):", "init(_ a: String)", "how an object is made")
        words.add("self.a = a", "let a, and self.a = a", "what it remembers")
        words.add("def say(self, x):", "func say(_ x: String)", "a method")
        words.add("class DotProduct(Module):", "class DotProduct: Module", "built on another class")
        words.add("def __call__(self, x):", "func callAsFunction(_ x: …)", "what model(x) does")
        show(words, "The same ideas, twice")
    }
}

// A class may be built on another one, its *superclass*: then it has all that the other has, and adds or replaces
// something. `Shouting` is an `Example` that says everything in capitals:

/// An `Example` that is louder.
public final class Shouting: Example {
    override public func say(_ x: String) -> String { super.say(x).uppercased() }
}

// Swift has a second kind of plan, the *struct*. What it makes is a value: who takes it has a copy of their own, as
// with a number. An object of a class is a thing: two names may mean the same one. A model has to be a thing, since the
// optimizer is to change the very weights that the model predicts with. `CountedThing` and `CountedValue` differ in one
// word:

/// Counts, as a thing.
final class CountedThing { var count = 0 }

/// Counts, as a value.
struct CountedValue { var count = 0 }

extension CollaborativeFiltering {
    func superclassesAndCopies() {
        show(Shouting("Sylvain").say("nice to meet you"), "what the subclass says")

        let thing = CountedThing()
        let sameThing = thing
        sameThing.count += 1
        let value = CountedValue()
        var copy = value
        copy.count += 1
        show(
            "a class: \(thing.count), a struct: \(value.count)", "what the first name sees when the second has counted",
            predict: .numbers(
                "A class and a struct, each counted up under a second name: what do the first names see?",
                [1, 0]))
    }
}

// The superclass of all models is `Module`. It knows how to find the parameters in whatever is built on it, and whether
// the model is in training. `Layer` promises that the model can be called like a function. What the call computes is
// written in a method of the name `forward`, as in PyTorch. `Doubling` is a model without anything to learn:

/// y = 2x
final class Doubling: Module, Layer {
    func forward(_ x: Tensor) -> Tensor { x * 2 }
}

extension CollaborativeFiltering {
    func callingAModel() {
        // One writes `forward`, and calls the model itself. The call is more than `forward`: it also tells everybody
        // who has hung a hook on the model (chapter 18). So `model.forward(x)` gives the same number, but nobody hears
        // of it:
        let model = Doubling()
        var heard = 0
        let hook = model.onForward { _, _ in heard += 1 }
        defer { hook.remove() }
        show(model(Tensor([1, 2])), "model(x)")
        show(model.forward(Tensor([1, 2])), "model.forward(x)")
        show(
            heard, "calls that the hook has heard of",
            ask: "A model is called once, and its forward once. How many calls does a hook hear of?")
    }
}
