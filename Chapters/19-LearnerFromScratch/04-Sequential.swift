// # One layer after the other
//
// Section 19.4 · After this page you can say why a list of layers is not seen, how to notice that, and what to do.

import Figures
import Notebook
import Tensors

// A net of several layers calls them in turn. So it keeps them in a list. Here is the obvious way to write it, and it
// has a mistake. Can you see it?

/// Layers that are called in turn, with a mistake.
final class UnseenLayers: Module {
    let layers: [Module]

    init(_ layers: Module...) { self.layers = layers }

    override func forward(_ x: Tensor) -> Tensor { layers.reduce(x) { value, layer in layer(value) } }
}

extension LearnerFromScratch {
    func aListIsNotSeen() {
        // It computes what it should. But it is a module, so it has parameters. Has it?
        var random = run.random
        let (first, second) = (Linear(4, 8, using: &random), Linear(8, 2, using: &random))
        let net = UnseenLayers(first, second)
        let x = Tensor.randn(3, 4, using: &random)
        show(largestDifference(net(x), second(first(x))) == 0, "net(x) is second(first(x))")
        show(
            net.parameters.count, "parameters that the net knows of",
            ask: "Two linear layers in a list: how many parameters does this net find?")

        // None. It has one property, the list, and a list is neither a parameter nor a module. Nothing warns of it. The
        // gradients are there as well:
        net(x).squared().sum().backward()
        show(first.weight.grad != nil, "the first weight has a gradient")

        // But an optimizer that goes through `net.parameters` changes nothing. The loss stays where it is, and you look
        // for the mistake in the learning rate. Nor does the flag arrive:
        net.isTraining = true
        show([net.isTraining, first.isTraining], "is training: the net, its first layer")
    }
}

// The book's module has the same blind spot, and so has PyTorch's. (There, `ModuleList` is the list that is seen.) It
// could be cured in the mirror, by looking into lists, and the engine's `Module` does so. The book's cure is to
// register the layers by hand, and that works for whatever cannot be seen:

/// Layers that are called in turn.
public final class Sequential: Module {
    public let layers: [Module]

    public init(_ layers: [Module]) {
        self.layers = layers
        super.init()
        register(layers)
    }

    public convenience init(_ layers: Module...) { self.init(layers) }

    public override func forward(_ x: Tensor) -> Tensor { layers.reduce(x) { value, layer in layer(value) } }
}

// `super` is the superclass's part of the object. In Python, `super().__init__()` has to come *first*: it makes the
// lists in which parameters and modules are noted, and the very next line, `self.layers = …`, needs them. In Swift it
// comes *after* the class's own properties have values, and *before* anything is asked of the object as a whole, such
// as to register. The compiler checks both.

extension LearnerFromScratch {
    func registeredByHand() {
        var random = run.random
        let layers = [Linear(4, 8, using: &random), Linear(8, 2, using: &random)]
        let net = Sequential(layers)
        show(net.parameters.count, "parameters of the Sequential")
        net.isTraining = true
        show(layers.map(\.isTraining), "its layers are training")

        // A habit that saves days: compare `parameterCount` with what you expect.
        show(net.parameterCount == 4 * 8 + 8 + 8 * 2 + 2, "58 numbers, as it should be")
    }
}
