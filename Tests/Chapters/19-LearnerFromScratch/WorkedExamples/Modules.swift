// Parameters, modules and layers: sections 19.3 and 19.4.

import Chapter19
import Tensors
import TestSupport
import Testing

import enum Layers.Initialization

@Suite struct `19.3 Module and Parameter` {
    @Test func `a parameter is tracked, whatever is put into it`() {
        let p = Parameter(Tensor(3))
        #expect("\(p)" == "Parameter 3. (requires grad)")
        p.value.squared().backward()
        #expect(p.grad?.item == 6)
        noGrad { p.value -= 1 }
        #expect(p.value.item == 2 && p.value.requiresGrad && p.grad?.item == 6)
        p.grad = nil
        #expect(p.grad == nil)
        p.value = Tensor([1, 2])
        #expect(p.value.requiresGrad)
        (3 * p.value).sum().backward()
        #expect(p.grad?.scalars == [3, 3])
    }

    @Test func `layers have as many parameters as in the book`() {
        var random = SplitMix64(seed: 193)
        #expect(ConvLayer(3, 4, using: &random).parameters.count == 2)
        #expect(ConvLayer(3, 4, bias: false, using: &random).parameters.count == 1)
        #expect(Linear(4, 2, using: &random).parameters.count == 2)
        #expect(TwoLayers(using: &random).parameters.count == 4)
        #expect(Linear(4, 2, using: &random)(.ones(3, 4)).shape == [3, 2])
        #expect(ConvLayer(3, 4, using: &random)(.ones(128, 3, 64, 64)).shape == [128, 4, 64, 64])
    }

    @Test func `nothing that looks like a parameter is missed, and nothing else is found`() {
        class Base: Module { let first = Parameter(Tensor(1)) }
        final class Derived: Base {
            let second: Parameter? = Parameter(Tensor(2))
            let none: Parameter? = nil
            let tensor = Tensor([7]).requiringGrad()
            let inner = Linear(1, 1, using: &Derived.random)
            let name = "derived"
            nonisolated(unsafe) static var random = SplitMix64(seed: 1)
        }
        let derived = Derived()
        #expect(derived.parameters.count == 4 && derived.children.count == 1)
        #expect(derived.parameters[0] === derived.first && derived.parameters[1] === derived.second)
        #expect(derived.parameterCount == 4)
    }

    @Test func `values change in place of the old ones`() {
        var random = SplitMix64(seed: 31)
        let net = TwoLayers(using: &random)
        let (before, objects) = (net.parameters.map(\.value), net.parameters)
        net.changeValues { $0 * 2 }
        for (parameter, old) in zip(objects, before) {
            #expect(parameter.value.requiresGrad && parameter.value.scalars == old.scalars.map { 2 * $0 })
        }
        #expect(zip(objects, net.parameters).allSatisfy { $0 === $1 })
        #expect(
            inHalfTheBits(Tensor([1, 3.140625, 3.14159, -0.1])).scalars == [1, 3.140625, 3.140625, -0.10009765625])
    }

    @Test(arguments: [[64, 32, 3, 3], [128, 64], [10, 128], [16, 3, 3, 3]])
    func `the starts are those of the engine`(_ shape: [Int]) {
        func drawn(_ draw: (inout SplitMix64) -> Tensor) -> Tensor {
            var random = SplitMix64(seed: 9)
            return draw(&random)
        }
        expectClose(
            drawn { kaimingNormal(shape, using: &$0) },
            drawn { Initialization.kaimingNormal().draw(shape, using: &$0) })
        expectClose(
            drawn { xavierNormal(shape, using: &$0) }, drawn { Initialization.xavierNormal().draw(shape, using: &$0) })
    }
}

/// What PyTorch's `conv2d` makes of whole numbers, with a padding of 1; ReLU, and the gradient of the sum of squares.
@Suite struct `19.3 ConvLayer` {
    let x = Tensor((0..<32).map { Float($0 % 7 - 3) }).reshaped(1, 2, 4, 4)
    let w = Tensor((0..<54).map { Float($0 % 5 - 2) }).reshaped(3, 2, 3, 3)
    let b = Tensor([0.5, -1, 2])

    @Test func `with stride 2, as PyTorch computes it`() {
        let y: [Float] = [-3.5, 4.5, 2.5, -2.5, 6, -4, -16, 17, 10, -3, 10, -4]
        let byHand = conv2dByWindows(x, w, bias: b, stride: 2, padding: 1)
        #expect(byHand.shape == [1, 3, 2, 2] && byHand.scalars == y)

        var random = SplitMix64(seed: 0)
        let layer = ConvLayer(2, 3, stride: 2, using: &random)
        (layer.weight.value, layer.bias!.value) = (w, b)
        let input = x.requiringGrad()
        let output = layer(input)
        #expect(output.scalars == y.map { max($0, 0) })
        output.squared().sum().backward()
        #expect(layer.bias!.grad!.scalars == [14, 46, 40])
        #expect(
            layer.weight.grad!.scalars == [
                0, 5, 10, -18, -19, -5, 18, 37, -12, 0, 15, -15, 0, 9, 23, -27, -33, -19, 68, 102, -102, -34, -36, 10,
                102, -90, -44, -102, -68, -34, 34, 56, 102, -68, 2, -36, 0, 20, 40, 0, -100, -60, 0, 60, 100, 0, 60,
                -60, 0, -20, 20, 0, 0, -100,
            ])
        #expect(
            input.grad!.scalars == [
                -40, 1, 18, -18, -9, 73, 68, -59, -30, -64, 0, 34, 20, 113, -68, -34, 28, -40, 9, 18, -6, -27, 25, 68,
                45, -98, -34, 0, -5, 54, 68, -68,
            ])
    }

    @Test func `with stride 1, by hand and by the engine`() {
        let byHand = conv2dByWindows(x, w, bias: b, padding: 1)
        #expect(Array(byHand.scalars.prefix(8)) == [-3.5, -3.5, 4.5, 3.5, -0.5, -1.5, 9.5, -10.5])
        #expect(byHand.scalars == x.conv2d(w, bias: b, padding: 1).scalars)
        #expect(conv2dByWindows(x, w, padding: 1).scalars == x.conv2d(w, padding: 1).scalars)
    }

    @Test func `without ReLU, and without bias`() {
        var random = SplitMix64(seed: 0)
        let layer = ConvLayer(2, 3, bias: false, act: false, using: &random)
        layer.weight.value = w
        #expect(layer.bias == nil && layer(x).scalars == x.conv2d(w, padding: 1).scalars)
        let linear = Linear(3, 2, using: &random)
        #expect(linear.bias.value.scalars == [0, 0])
        (linear.weight.value, linear.bias.value) = (Tensor([[1, -2, 3], [0.5, 0, -1]]), Tensor([0.25, -1]))
        #expect(linear(Tensor([[1, 2, 3], [0, -1, 4]])).scalars == [6.25, -3.5, 14.25, -5])
    }
}

@Suite struct `19.4 A simple CNN` {
    @Test func `has ten parameters of 98,730 numbers, and takes pictures of any size`() {
        var random = SplitMix64(seed: 194)
        let net = simpleCNN(using: &random)
        #expect(net.parameters.count == 10 && net.parameterCount == 98_730)
        for size in [16, 28, 32, 64] { #expect(net(.zeros(2, 3, size, size)).shape == [2, 10]) }
        #expect(simpleCNN(channels: 1, classes: 2, using: &random)(.zeros(5, 1, 28, 28)).shape == [5, 2])
        net.isTraining = true
        #expect(net.children.count == 6 && net.children.allSatisfy(\.isTraining))
    }

    @Test func `every number of it gets a gradient`() {
        var random = SplitMix64(seed: 195)
        let net = simpleCNN(using: &random)
        net(.randn(2, 3, 32, 32, using: &random)).squared().sum().backward()
        for parameter in net.parameters { #expect(parameter.grad?.shape == parameter.value.shape) }
    }

    @Test func `a good start keeps the spread through four layers`() {
        var random = SplitMix64(seed: 196)
        let net = simpleCNN(using: &random)
        var deviations: [Float] = []
        for layer in net.children where layer is ConvLayer {
            layer.hook = { output, _ in deviations.append(output.std().item) }
        }
        _ = net(.randn(64, 3, 64, 64, using: &random))
        #expect(deviations.count == 4 && deviations.allSatisfy { $0 > 0.3 && $0 < 2 })
    }
}
