// # The linear layer, and a walk through all parameters
//
// Section 19.3 · After this page you can build a module of other modules, and change all of its numbers in one go.

import Notebook
import Tensors

// The second kind of layer is the linear one. It stores a row of weights for each output. There is no ReLU behind it,
// so Xavier's start is the right one, and the bias begins with zeros:

/// y = x · wᵀ + b
///
/// x [..., inputs] → y [..., outputs]
public final class Linear: Module {
    /// [outputs, inputs]
    public let weight: Parameter
    /// [outputs]
    public let bias: Parameter

    public init(_ inputs: Int, _ outputs: Int, using random: inout some RandomNumberGenerator) {
        weight = Parameter(xavierNormal([outputs, inputs], using: &random))
        bias = Parameter(.zeros(outputs))
    }

    public override func forward(_ x: Tensor) -> Tensor { x.matmul(weight.value.T) + bias.value }
}

extension LearnerFromScratch {
    func linearLayer() {
        var random = run.random
        let layer = Linear(4, 2, using: &random)
        let y = layer(.ones(3, 4))
        show(y.shape, "Linear(4, 2) on ones [3, 4]", ask: "What is the shape of Linear(4, 2) on a [3, 4]?")
        record("linear/rows", y.shape[0], book: 3)
        record("linear/columns", y.shape[1], book: 2)
        record("linear/parameters", layer.parameters.count)
        show(largestDifference(y[0], y[2]) == 0, "the same row in, the same row out")
        show(largestDifference(y[0], layer.weight.value.sum(axis: 1)), "difference to the sums of the weights' rows")
    }
}

// A module that holds two others finds all four of their parameters. This is a test, and does not compute anything:

/// A convolution and a linear layer. (The book's `T`.)
public final class TwoLayers: Module {
    public let convolution: ConvLayer
    public let linear: Linear

    public init(using random: inout some RandomNumberGenerator) {
        convolution = ConvLayer(3, 4, using: &random)
        linear = Linear(4, 2, using: &random)
    }
}

extension LearnerFromScratch {
    func fourParameters() {
        var random = run.random
        let model = TwoLayers(using: &random)
        record(
            "two-layers/parameters", model.parameters.count, book: 4,
            ask: "A ConvLayer(3, 4) and a Linear(4, 2) in one module: how many parameters are found?")
        show(model.parameters.map(\.value.shape).map { "\($0)" }, "their shapes")
        show(model.parameterCount, "numbers in them", ask: "How many numbers are that, 4 · 3 · 3 · 3 + 4 + 2 · 4 + 2?")
    }
}

// The last method of the book's `Module` is `cuda`. It moves all parameters to the GPU: for each of them, the numbers
// are replaced with a copy there, and the parameter stays the same object. On the authors' machine the device was
// cuda:5. This program computes on the processor only, and there is nowhere to move to. But the walk through all
// parameters is worth having, for anything that is to be done to all numbers of a model:

extension Module {
    /// Puts what `change` makes of it into the place of every parameter's value. The parameters stay the same objects.
    /// (The book's `cuda` does this, with a copy on the GPU.)
    public func changeValues(_ change: (Tensor) -> Tensor) {
        for parameter in parameters { parameter.value = change(parameter.value.detached()) }
    }
}

// What is it good for? Large models are not only moved, they are also made smaller, by keeping fewer digits. A Float
// has 32 bits. The format bfloat16 is its upper half: the same range of numbers, but only two to three decimal digits.
// Does a layer notice?

/// Every number rounded to the nearest one that has its lower 16 bits 0.
public func inHalfTheBits(_ x: Tensor) -> Tensor {
    Tensor(shape: x.shape, x.scalars.map { Float(bitPattern: ($0.bitPattern &+ 0x8000) & 0xFFFF_0000) })
}

extension LearnerFromScratch {
    func noDevice() {
        var random = run.random
        let layer = ConvLayer(3, 4, using: &random)
        let x = Tensor.randn(8, 3, 16, 16, using: &random)
        let (before, objects) = (noGrad { layer(x) }, layer.parameters)
        layer.changeValues(inHalfTheBits)
        let after = noGrad { layer(x) }
        show(inHalfTheBits(Tensor([0.1, 1 / 3, 3.14159])).scalars, "0.1, 1/3 and 3.14159 in half the bits")
        let change = ((after - before).squared().mean() / before.squared().mean()).sqrt().item
        show(
            change < 0.01, "the outputs change by less than one percent",
            ask: "Weights with half of their bits: do the outputs change by less than one percent?")

        // An optimizer that was given the parameters before still has the right ones, with their new values:
        show(zip(objects, layer.parameters).allSatisfy { $0 === $1 }, "the parameters are the same objects")
        show(objects.allSatisfy { $0.value.requiresGrad }, "and are tracked")
    }
}
