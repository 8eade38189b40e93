// # Parameters and modules
//
// Section 17.11 · After this page you can write a layer of the engine, and say how an optimizer finds the numbers that
// it is to change.

import Figures
import Layers
import Notebook
import Tensors

// So far we have passed w1, b1, w2 and b2 around by hand. A net of eighteen layers has dozens of such tensors, and
// whoever takes a step has to know them all. This is what a *module* is for (PyTorch's `nn.Module`): it is the
// structure in which complex models are built, and its main service is to know its parameters.
//
// First the parameter. A tensor is a value: copy it, change the copy, and the original stays as it was. But the layer
// that uses a weight and the optimizer that changes it must mean the same one. In section 17.9 we made a class for
// this, `Variable`, a value with a slot for its gradient. The engine's `Parameter` (PyTorch's `nn.Parameter`) is the
// same: an object with a `value`, which is tracked, and a `grad`.
//
// A layer in PyTorch takes three steps: call the superclass's initializer first, make every parameter an attribute
// that is an `nn.Parameter`, and define `forward`. In Swift the last two are enough; the page on the model as a module
// says why. Here is the book's `LinearLayer`:

/// y = x · wᵀ + b
///
/// x [..., in] → y [..., out]. The weight starts with a standard deviation of √(2/in), the bias with zeros.
public final class LinearLayer: Module, Layer {
    /// [out, in]
    public let weight: Parameter
    /// [out]
    public let bias: Parameter

    public init(_ inputs: Int, _ outputs: Int, using random: inout some RandomNumberGenerator) {
        weight = Parameter(.randn(outputs, inputs, using: &random) * (2 / Float(inputs)).squareRoot())
        bias = Parameter(.zeros(outputs))
    }

    public func forward(_ x: Tensor) -> Tensor { x.matmul(weight.value.T) + bias.value }
}

// The weight is stored with one row for each output, as for the neurons of section 17.1, and not as in section 17.8,
// [in, out]. Hence the transpose. The engine keeps to this order, as PyTorch does. (The book says that PyTorch's layer
// starts from the same weights as this one. It does not: section 17.8 has shown what `Linear` starts from.)

extension Foundations {
    func linearLayer() {
        // What does a layer from 10 numbers to 2 hold?
        var random = run.random
        let layer = LinearLayer(10, 2, using: &random)
        let shapes = layer.parameters.map(\.shape)
        show(shapes, "layer.parameters, in the book (2, 10) and (2,)")
        show(shapes[0], "shape of the weight", ask: "What shape does the weight of LinearLayer(10, 2) have?")
        record("linear-layer/weight-rows", shapes[0][0], book: 2, on: example)
        record("linear-layer/weight-columns", shapes[0][1], book: 10, on: example)
        record("linear-layer/biases", shapes[1][0], book: 2, on: example)

        // It is called like a function, because `Layer` comes with a `callAsFunction` that calls `forward`:
        let x = Tensor.randn(4, 10, using: &random)
        show(layer(x).shape, "layer(x).shape for four items")
        let byHand = linear(x, layer.weight.value.T, layer.bias.value)
        show(largestDifference(layer(x), byHand), "largest difference to the function of section 17.8")
    }
}

// Nobody has told `LinearLayer` to register anything, and yet it has listed its parameters. How? In Python every
// assignment to an attribute, `self.weight = …`, goes through a method that PyTorch has overridden. It looks at what is
// assigned and notes the parameters. Swift has no such hook. But a program can look at the stored properties of its own
// objects: a `Mirror` lists their names and values. `Module` does just that, and so can we:

/// The parameters among the stored properties of a thing, in modules and arrays also, with their names.
///
/// No module may hold one that it is a part of: this search would never end.
public func parametersFound(in thing: Any) -> [(name: String, parameter: Parameter)] {
    Mirror(reflecting: thing).children.enumerated().flatMap { number, child -> [(name: String, parameter: Parameter)] in
        let name = child.label ?? "\(number)"
        if let parameter = child.value as? Parameter { return [(name, parameter)] }
        guard child.value is Module || child.value is [Any] else { return [] }
        return parametersFound(in: child.value).map { ("\(name).\($0.name)", $0.parameter) }
    }
}

// The engine finds more: parameters in the properties of a superclass (a mirror shows those of the class itself only),
// in tuples, dictionaries and optionals of layers. It lists a shared parameter once, and goes into every module once.
//
// To have something to find, here is a module with parts in an array, a `Stack` of layers:

/// Linear layers, each with a ReLU behind it.
public final class Stack: Module, Layer {
    let layers: [LinearLayer]

    public init(_ widths: [Int], using random: inout SplitMix64) {
        layers = zip(widths, widths.dropFirst()).map { LinearLayer($0, $1, using: &random) }
    }

    public func forward(_ x: Tensor) -> Tensor { layers.reduce(x) { value, layer in layer(value).relu() } }
}

extension Foundations {
    func parametersAreFound() {
        // What `parametersFound` finds in a stack, and what the engine finds:
        var random = run.random
        let stack = Stack([100, 50, 20, 1], using: &random)
        let (ours, engines) = (parametersFound(in: stack), stack.namedParameters)
        var table = TextTable(["our name", "shape", "numbers", "the engine's name"])
        for (mine, its) in zip(ours, engines) {
            table.add(mine.name, "\(mine.parameter.shape)", mine.parameter.count, its.name)
        }
        show(table, "The parameters of a stack of three layers")
        let same = zip(ours, engines).allSatisfy { $0.parameter === $1.parameter && $0.name == $1.name }
        show(same && ours.count == engines.count, "the same names and the same objects")
        show(
            stack.parameterCount, "numbers in all of them",
            ask: "100 → 50 → 20 → 1, with biases: how many numbers does the stack learn?")

        // So an optimizer needs no list from us. It gets `stack.parameters`, and its `step()` is a loop over them.
        // (PyTorch's `opt.step()`.)
    }
}
