// The book's small examples with their numbers, and what the pages say of theirs: sections 17.10 and 17.11.

import Chapter17
import Layers
import Tensors
import TestSupport
import Testing
import Training

/// The layers of section 17.10 in one of their versions: linear, ReLU, linear, loss, sent back by `backward`.
private struct Version: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let run: @Sendable (_ given: [Variable], _ target: Tensor) -> Tensor
}

private let versions = [
    Version(testDescription: "classes") { given, target in
        let model = WithClasses.Model(given[1], given[2], given[3], given[4])
        let loss = model(given[0], target)
        model.backward()
        return loss
    },
    Version(testDescription: "LayerFunction") { given, target in
        let model = WithLayerFunction.Model(given[1], given[2], given[3], given[4])
        let loss = model(given[0], target)
        model.backward()
        return loss
    },
    Version(testDescription: "AutogradFunction") { given, target in
        let leaves = given.map { $0.value.requiringGrad() }
        let loss = WithAutogradFunctions.loss(leaves[0], target, leaves[1], leaves[2], leaves[3], leaves[4])
        loss.backward()
        for (variable, leaf) in zip(given, leaves) { variable.g = leaf.grad }
        return loss.detached()
    },
]

@Suite struct `17.10 Layers as classes` {
    // PyTorch 2.13, in float64.
    @Test(arguments: versions)
    fileprivate func `a net of six numbers agrees with PyTorch`(_ version: Version) {
        let given = [
            Tensor([[0.5, -1], [1.5, 2], [-0.25, 0.75]]), Tensor([[0.2, -0.4, 0.6], [0.3, 0.8, -0.1]]),
            Tensor([0.1, 0, -0.2]), Tensor([[1], [-0.5], [0.25]]), Tensor([0.3]),
        ].map { Variable($0) }
        let loss = version.run(given, Tensor([1, -0.5, 0.25]))
        expectClose(loss, Tensor(0.8179167))
        let expected = [
            Tensor([[-0.065, 0.0108333], [0.5225, -0.11875], [-0.0066667, 0.0016667]]),
            Tensor([[1.4291667, -0.7145833, 0.3020833], [1.8875, -0.94375, 0.5833333]]),
            Tensor([0.9333333, -0.4666667, 0.1291667]), Tensor([[0.9454167], [0.9383333], [0.3883333]]), Tensor([0.5]),
        ]
        for (variable, gradient) in zip(given, expected) { expectClose(variable.g!, gradient) }
    }

    @Test func `a layer that was called twice goes back through its last call only`() {
        let relu = WithClasses.ReLU()
        let (first, second) = (Variable(Tensor([1, -1])), Variable(Tensor([-1, 1])))
        relu(first).g = Tensor([1, 1])
        relu(second).g = Tensor([1, 1])
        relu.backward()
        relu.backward()
        #expect(first.g == nil && second.g?.scalars == [0, 1])
    }

    @Test func `what is forgotten in a base class is found in the backward pass`() throws {
        let x = Tensor([[1, 2]])
        let (square, linear) = (ForgetfulSquare(), LinearOfTheBook(["w": Tensor([[3], [4]])]))
        #expect(try square.forward(x).scalars == [1, 4] && linear.forward(x).scalars == [11])
        let errors = [square, linear].map { layer in
            #expect(throws: FoundLate.self) { try layer.backward(Tensor([[1]]), x) }?.description
        }
        #expect(errors == ["backward is not implemented", "no attribute 'inp'"])
    }

    @Test func `a layer that was never called cannot go back`() async {
        await #expect(processExitsWith: .failure) { WithClasses.ReLU().backward() }
    }
}

@Suite struct `17.11 Autograd functions and modules` {
    @Test func `LinearLayer(10, 2) has parameters of the shapes (2, 10) and (2)`() {
        var random = SplitMix64(seed: 1711)
        #expect(LinearLayer(10, 2, using: &random).parameters.map(\.shape) == [[2, 10], [2]])
        let wide = LinearLayer(50, 1000, using: &random)
        #expect(abs(wide.weight.value.squared().mean().sqrt().item - 0.2) < 0.003)  // √(2/50)
        #expect(wide.bias.value.scalars.allSatisfy { $0 == 0 })
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `MyReLU is the engine's relu, bit for bit`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var values = Tensor.randn(50, 20, using: &random)
        noGrad { values[0, 0] = Tensor(0) }
        let (a, b, dy) = (values.requiringGrad(), values.requiringGrad(), Tensor.randn(50, 20, using: &random))
        let (y, z) = (MyReLU()(a), b.relu())
        y.backward(gradient: dy)
        z.backward(gradient: dy)
        #expect(y.scalars == z.scalars && a.grad!.scalars == b.grad!.scalars)
        #expect(a.grad![0, 0].item == 0)
    }

    @Test func `a clipped gradient and a reversed one`() {
        let x = Tensor([1, 2, 3]).requiringGrad()
        (ClippedGradient(limit: 1)(x) * Tensor([0.1, -5, 100])).sum().backward()
        #expect(x.grad?.scalars == [0.1, -1, 1])
        x.grad = nil
        (ReversedGradient(strength: 2)(x) * Tensor([0.1, -5, 100])).sum().backward()
        #expect(x.grad?.scalars == [-0.2, 10, -200])
    }

    @Test func `parameters are found in properties and arrays, by the names of the engine`() {
        var random = SplitMix64(seed: 1712)
        let stack = Stack([4, 3, 2], using: &random)
        let found = parametersFound(in: stack)
        #expect(found.map(\.name) == ["layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias"])
        #expect(found.map(\.name) == stack.namedParameters.map(\.name))
        #expect(zip(found, stack.parameters).allSatisfy { $0.parameter === $1 })
    }

    @Test func `what is in a closure or a plain tensor is lost, though it has a gradient`() {
        var random = SplitMix64(seed: 1713)
        let (first, hidden) = (LinearLayer(3, 2, using: &random), LinearLayer(2, 1, using: &random))
        let factor = Tensor([1]).requiringGrad()
        let net = LossyNet(first, hidden, factor)
        #expect(net.namedParameters.map(\.name) == ["first.weight", "first.bias"])
        #expect(parametersFound(in: net).count == 2)
        let before = [hidden.weight.value.scalars, factor.scalars]
        net(Tensor.ones(1, 3)).squared().sum().backward()
        SGD(net.parameters, learningRate: 0.1).step()
        #expect(hidden.weight.grad != nil && factor.grad != nil)
        #expect([hidden.weight.value.scalars, factor.scalars] == before)
    }
}
