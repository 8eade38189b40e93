// Linear, activations, Flatten, Lambda and Sequential.

import Layers
import Tensors
import Testing

struct `The linear layer` {
    /// y = x · wᵀ + b with w [2, 3] = 1 2 3, 4 5 6 and b = 10 20.
    private let layer: Linear = {
        let layer = linear(3, 2)
        layer.weight.assign(Tensor([[1, 2, 3], [4, 5, 6]]))
        layer.bias?.assign(Tensor([10, 20]))
        return layer
    }()

    @Test func `it multiplies by the transposed weight and adds the bias`() {
        #expect(layer(Tensor([[1, 0, -1], [2, 1, 0]])).scalars == [8, 18, 14, 33])
    }

    @Test func `without a bias it only multiplies`() {
        let plain = linear(3, 2, bias: false)
        plain.weight.assign(layer.weight.value)
        #expect(plain.bias == nil && plain.parameters.count == 1)
        #expect(plain(Tensor([[1, 0, -1]])).scalars == [-2, -2])
    }

    @Test(arguments: [[3], [1, 3], [5, 3], [2, 4, 3], [0, 3]])
    func `only the last axis changes`(_ shape: [Int]) {
        #expect(layer(.ones(shape)).shape == shape.dropLast() + [2])
    }

    @Test func `its gradients are dy · w, dyᵀ · x and Σ dy`() {
        let x = Tensor([[1, 0, -1], [2, 1, 0]]).requiringGrad()
        layer(x).backward(gradient: Tensor([[1, 2], [3, 4]]))
        #expect(x.grad?.scalars == [9, 12, 15, 19, 26, 33])
        #expect(layer.weight.grad?.scalars == [7, 3, -1, 10, 4, -2])
        #expect(layer.bias?.grad?.scalars == [4, 6])
    }

    @Test func `weight and bias start evenly spread in ±1/√in`() {
        let start = linear(100, 400)
        for values in start.parameters.map(\.value) {
            let largest = values.abs().max().item
            #expect(largest <= 0.1 && largest > 0.099)
            #expect(abs(values.mean().item) < 0.01 && abs(values.std().item - 0.1 / Float(3).squareRoot()) < 0.005)
        }
    }

    @Test func `the same seed gives the same layer, the next draw another`() {
        var random = SplitMix64(seed: 42)
        let (first, second) = (Linear(3, 2, using: &random), Linear(3, 2, using: &random))
        #expect(first.weight.value.scalars == linear(3, 2).weight.value.scalars)
        #expect(first.weight.value.scalars != second.weight.value.scalars)
    }
}

struct `Activations and other layers without parameters` {
    private let x = Tensor([[-2, 0], [1, 3]])

    @Test func `an activation layer is the function of that name`() {
        #expect(ReLU()(x).scalars == [0, 0, 1, 3])
        #expect(Sigmoid()(x).scalars == x.sigmoid().scalars)
        #expect(Tanh()(x).scalars == x.tanh().scalars)
        #expect(LogSoftmax()(x).scalars == x.logSoftmax(axis: 1).scalars)
        #expect(LogSoftmax(axis: 0)(x).scalars == x.logSoftmax(axis: 0).scalars)
        #expect(Softmax()(x).scalars == x.softmax().scalars)
        #expect(Softmax(axis: -2)(x).scalars == x.softmax(axis: 0).scalars)
        #expect(LeakyReLU(slope: 0.5)(x).scalars == [-1, 0, 1, 3])
        #expect(ELU(alpha: 2)(x).scalars == x.elu(alpha: 2).scalars)
        #expect(GELU()(x).scalars == x.gelu().scalars && SiLU()(x).scalars == x.silu().scalars)
        #expect(Mish()(x).scalars == x.mish().scalars && Softplus()(x).scalars == x.softplus().scalars)
        #expect(HardSwish()(x).scalars == x.hardSwish().scalars)
    }

    @Test func `PReLU learns its slope from what is below 0`() {
        let layer = PReLU()
        let y = layer(x)
        #expect(y.scalars == [-0.5, 0, 1, 3] && layer.parameterCount == 1)
        y.sum().backward()
        #expect(layer.slopes.grad?.scalars == [-2])
    }

    @Test func `PReLU has one slope for all, or one for each channel`() {
        let layer = PReLU(channels: 2, slope: 0.5)
        layer.slopes.assign(Tensor([0.5, 10]))
        let images = Tensor([-1, 2, -3, 4]).reshaped(1, 2, 2, 1)
        let y = layer(images)
        #expect(y.scalars == [-0.5, 2, -30, 4] && layer(Tensor([[-1, -1]])).scalars == [-0.5, -10])
        y.sum().backward()
        #expect(layer.slopes.grad?.scalars == [-1, -3])
        #expect(PReLU()(Tensor(-4)).item == -1)
    }

    @Test(arguments: [([5, 28, 28], [5, 784]), ([5, 3, 2, 2], [5, 12]), ([5, 7], [5, 7])])
    func `Flatten keeps the batch and makes one axis of the others`(_ shape: [Int], _ expected: [Int]) {
        #expect(Flatten()(.zeros(shape)).shape == expected)
    }

    @Test func `Flatten keeps the order`() {
        #expect(Flatten()(Tensor.arange(8).reshaped(2, 2, 2))[1].scalars == [4, 5, 6, 7])
    }

    @Test func `Lambda is any function`() {
        #expect(Lambda { $0 * 2 + 1 }(x).scalars == [-3, 1, 3, 7])
    }
}

struct `Layers in sequence` {
    private let net = Sequential(Flatten(), linear(4, 3), ReLU(), linear(3, 2))

    @Test func `it calls its layers in turn`() {
        let x = Tensor.arange(8).reshaped(2, 2, 2)
        let byHand = net[3](net[1](x.reshaped(2, 4)).relu())
        #expect(net(x).shape == [2, 2])
        #expect(net(x).scalars == byHand.scalars)
    }

    @Test func `negative numbers count its layers from the end`() {
        #expect(net[-1] === net[3] && net[-4] === net[0])
    }

    @Test func `without layers it changes nothing`() {
        #expect(Sequential()(Tensor([1, 2])).scalars == [1, 2])
    }

    @Test func `the gradient reaches the first layer`() {
        net(.ones(1, 4)).sum().backward()
        #expect(net.parameters.allSatisfy { $0.grad?.shape == $0.shape })
    }

    @Test func `it can hold another Sequential`() {
        let outer = Sequential([net, linear(2, 1)])
        #expect(outer(.ones(1, 4)).shape == [1, 1])
        #expect(outer.namedParameters.map(\.name).last == "layers.1.bias")
        #expect(outer.parameters.first === net.parameters.first)
    }

    @Test func `a layer may take and return types other than tensors`() {
        let count = LetterCount()
        #expect(count("hello") == 5)
    }
}

private final class LetterCount: Module, Layer {
    func forward(_ text: String) -> Int { text.count }
}
