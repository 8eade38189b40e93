// # Modules
//
// Section 19.3 · After this page you can write a class that finds the parameters of everything in it, however deep.

import Figures
import Notebook
import Tensors

// A layer has parameters. A model has layers, and those may have layers again. Whoever trains it wants all of the
// parameters in one list. A *module* is whatever has parameters and other modules, and it makes that list: its own
// parameters, and those of each of its children, which it asks for theirs. The property `parameters` refers to itself,
// one level down. It is recursive, and so it works at any depth.
//
// How does a module know what is in it? In Python, every assignment to an attribute calls `__setattr__`. The book's
// module overrides it, looks at each value, and notes it in one of two lists if it is a parameter or a module. Swift
// does not call anyone when a property is set. But an object can look at its own properties at any time, in a `Mirror`,
// so nothing needs to be noted.

/// Something with parameters and parts, which is called like a function. Override `forward`. (The book's `Module`.)
open class Module {
    /// Is called, if there is one, with what came out and what went in, whenever the module was called.
    public var hook: ((_ output: Tensor, _ input: Tensor) -> Void)?

    /// Whether the model is learning. Setting it sets that of all parts.
    public var isTraining = false {
        didSet { children.forEach { $0.isTraining = isTraining } }
    }

    /// Modules that were registered by hand; see `register`.
    private var registered: [Module] = []

    public init() {}

    /// What the module makes of x.
    open func forward(_ x: Tensor) -> Tensor { stop("forward of \(type(of: self))", "it is not written yet") }

    /// y = forward(x), and then the hook. This is how a module is called.
    public final func callAsFunction(_ x: Tensor) -> Tensor {
        let y = forward(x)
        hook?(y, x)
        return y
    }
}

// Now the looking. A mirror has the stored properties of one class; those of its superclass are in the next mirror.
// (Structs, arrays, tuples and optionals have mirrors, too, and `displayStyle` says which of them a mirror shows. We
// look at classes only; exercise 19.8 goes into all of them.)

extension Module {
    /// The values of all stored properties, those of superclasses first.
    private var properties: [Any] {
        var (values, mirror): ([Any], Mirror?) = ([], Mirror(reflecting: self))
        while let current = mirror, current.subjectType != Module.self {
            values = current.children.map(\.value) + values
            mirror = current.superclassMirror
        }
        return values
    }

    /// The modules directly in this one.
    public var children: [Module] { registered + properties.compactMap { $0 as? Module } }

    /// All parameters of this module and of its parts.
    public var parameters: [Parameter] {
        properties.compactMap { $0 as? Parameter } + children.flatMap(\.parameters)
    }

    /// How many numbers they hold.
    public var parameterCount: Int { parameters.reduce(0) { $0 + $1.value.count } }

    /// Notes modules that are not found among the properties. (The book's `register_modules`.)
    public func register(_ modules: [Module]) {
        require(!modules.contains { $0 === self }, "registering a module", "it cannot be a part of itself")
        registered += modules
    }
}

// Two small classes to try it: `Scale` has a parameter, and `Nest` has one and, perhaps, another nest.

/// y = factor · x
final class Scale: Module {
    let factor: Parameter
    init(_ factor: Float) { self.factor = Parameter(Tensor(factor)) }
    override func forward(_ x: Tensor) -> Tensor { factor.value * x }
}

/// A scale, and a nest inside of this one, if `depth` is more than 1.
final class Nest: Module {
    let scale: Scale
    let inner: Nest?

    init(depth: Int) {
        scale = Scale(Float(depth))
        inner = depth > 1 ? Nest(depth: depth - 1) : nil
    }

    override func forward(_ x: Tensor) -> Tensor { scale(inner?(x) ?? x) }
}

extension LearnerFromScratch {
    func registeredByLooking() {
        // Nobody registers anything here, and `inner` is even an optional:
        let nest = Nest(depth: 4)
        show(nest.children.map { "\(type(of: $0))" }, "children of the outermost nest")
        show(
            nest.parameters.count, "parameters", ask: "Four nests in one another, a scale in each: how many parameters?"
        )
        show(nest.parameters.map(\.value.item), "their values, from the outside in")
        show(nest(Tensor(1)).item, "1 through all four: 4 · 3 · 2 · 1")

        // The recursion once more, by hand. What the outermost nest says of itself is what it has, and then what its
        // inner nest says:
        let inner = nest.inner?.parameters ?? []
        let byHand = [nest.scale.factor] + inner
        show(zip(byHand, nest.parameters).allSatisfy { $0 === $1 }, "the same objects, in the same order")
    }

    func trainingReachesAll() {
        // Some layers behave differently while the model is learning. So there is a flag. Set on the outside, it
        // reaches the innermost part, again by recursion:
        let nest = Nest(depth: 3)
        nest.isTraining = true
        show(nest.inner?.inner?.scale.isTraining ?? false, "the innermost scale is training")
        nest.inner?.isTraining = false
        show(
            [nest, nest.inner, nest.inner?.inner].map { $0?.isTraining ?? false },
            "after the middle nest was set to false")
    }

    func aHookIsACall() {
        // And the hook. In PyTorch hooks look like magic, and here is all there is to them: whatever function is put
        // into the slot is called. This one notes what it sees:
        let scale = Scale(2)
        var seen: [String] = []
        scale.hook = { output, input in seen.append("\(input.scalars) → \(output.scalars)") }
        _ = scale(Tensor([1, 2]))
        _ = scale.forward(Tensor([3, 4]))
        _ = scale(Tensor([5, 6]))
        show(
            seen, "what the hook saw",
            predict: .count("Called, `forward` called, called again: how often did the hook see something?", seen.count)
        )

        // The second line has called `forward` and so gone around the hook. That is why a subclass overrides `forward`
        // and not the call: the call is where the module does what belongs to every call. In Swift the compiler sees to
        // it. `callAsFunction` is `final`, and whoever overrides it is told "instance method overrides a 'final'
        // instance method".
    }
}
