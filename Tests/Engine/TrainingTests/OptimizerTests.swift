// SGD does what its formula says, to the parameters that have a gradient.

import Layers
import Tensors
import TestSupport
import Testing
import Training

struct `Stochastic gradient descent` {
    private let w = Parameter(Tensor([[1, 2], [3, 4]])), b = Parameter(Tensor([10]))

    @Test func `a step is w -= lr · gradient, for every parameter`() {
        (w.value.squared().sum() + 3 * b.value.sum()).backward()
        SGD([w, b], learningRate: 0.25).step()
        #expect(w.value.scalars == [0.5, 1, 1.5, 2])
        #expect(b.value.scalars == [9.25])
    }

    @Test func `it equals the formula bit for bit on many random numbers`() {
        var random = SplitMix64(seed: 12)
        let start = Tensor.randn(333, 7, using: &random), slope = Tensor.randn(333, 7, using: &random)
        let parameter = Parameter(start)
        (parameter.value * slope).sum().backward()
        SGD([parameter], learningRate: 0.1).step()
        expectClose(parameter.value, start - slope * 0.1, absolute: 1e-7)
    }

    @Test func `a parameter without a gradient stays as it is`() {
        w.value.sum().backward()
        SGD([w, b], learningRate: 1).step()
        #expect(w.value.scalars == [0, 1, 2, 3])
        #expect(b.value.scalars == [10])
    }

    @Test func `a frozen parameter stays as it is`() {
        w.requiresGrad = false
        (w.value.sum() * b.value.sum()).backward()
        SGD([w, b], learningRate: 1).step()
        #expect(w.value.scalars == [1, 2, 3, 4])
        #expect(b.value.scalars == [0])
    }

    @Test func `gradients pile up until zeroGrad`() {
        let sgd = SGD([b], learningRate: 1)
        for expected: Float in [9, 7, 4] {
            b.value.sum().backward()
            sgd.step()
            #expect(b.value.item == expected)
        }
        sgd.zeroGrad()
        #expect(b.grad == nil)
    }

    @Test func `the learning rate can change between steps`() {
        let sgd = SGD([b], learningRate: 1)
        b.value.sum().backward()
        sgd.step()
        sgd.learningRate = 4
        sgd.step()
        #expect(b.value.item == 5)
    }

    @Test func `a step keeps the parameter a leaf, and other copies of its value as they were`() {
        let before = w.value.detached()
        w.value.sum().backward()
        SGD([w], learningRate: 1).step()
        #expect(w.requiresGrad && w.value.gradFn == nil)
        #expect(before.scalars == [1, 2, 3, 4])
    }
}
