// A parameter is a thing that layers read and optimizers change.

import Layers
import Tensors
import Testing

struct `Parameters` {
    @Test func `a new parameter is a leaf without a gradient`() {
        let w = Parameter(Tensor([1, 2]))
        #expect(w.requiresGrad && w.value.gradFn == nil && w.grad == nil)
        #expect(w.shape == [2] && w.count == 2)
    }

    @Test func `a parameter made from a computed value forgets how that was computed`() {
        let source = Tensor([1, 2]).requiringGrad()
        let w = Parameter(source * 3)
        w.value.sum().backward()
        #expect(w.grad?.scalars == [1, 1] && source.grad == nil)
    }

    @Test func `gradients add up until they are cleared`() {
        let w = Parameter(Tensor([1, 2]))
        for _ in 0..<2 { (w.value * 3).sum().backward() }
        #expect(w.grad?.scalars == [6, 6])
        w.grad = nil
        #expect(w.grad == nil)
    }

    @Test func `zeroGrad clears all of a module`() {
        let layer = linear(2, 3)
        layer(.ones(1, 2)).sum().backward()
        #expect(layer.parameters.allSatisfy { $0.grad != nil })
        layer.zeroGrad()
        #expect(layer.parameters.allSatisfy { $0.grad == nil })
    }

    @Test func `an update changes the value by its gradient, and the parameter is still learned`() {
        let w = Parameter(Tensor([1, 2]))
        w.value.squared().sum().backward()
        w.update { value, grad in value -= 0.25 * grad }
        #expect(w.value.scalars == [0.5, 1] && w.grad?.scalars == [2, 4])
        w.value.squared().sum().backward()
        #expect(w.value.gradFn == nil && w.grad?.scalars == [3, 6])
    }

    @Test func `an update without a gradient does nothing`() {
        let w = Parameter(Tensor([1, 2]))
        w.update { value, _ in value -= 1 }
        #expect(w.value.scalars == [1, 2])
    }

    @Test func `an update leaves the tensor that the parameter was made from unchanged`() {
        let start = Tensor([1, 2])
        let w = Parameter(start)
        w.grad = .ones(2)
        w.update { value, grad in value += grad }
        #expect(start.scalars == [1, 2] && w.value.scalars == [2, 3])
    }

    @Test func `a layer sees what was assigned to its parameter, and continues to learn it`() {
        let layer = linear(2, 1)
        let seen = layer.parameters[0]
        seen.assign(Tensor([[3, 4]]))
        #expect(layer.weight === seen && layer.weight.value.scalars == [3, 4])
        layer(Tensor([[5, 6]])).sum().backward()
        #expect(layer.weight.grad?.scalars == [5, 6])
    }

    @Test func `assigning keeps the gradient and brings no history`() {
        let w = Parameter(Tensor([1]))
        w.value.sum().backward()
        let other = Tensor([2]).requiringGrad()
        w.assign(other * 2)
        #expect(w.value.scalars == [4] && w.value.gradFn == nil && w.grad?.scalars == [1])
    }
}

struct `Frozen parameters` {
    @Test func `a frozen parameter takes part but gets no gradient`() {
        let layer = linear(2, 1)
        layer.weight.requiresGrad = false
        layer(.ones(1, 2)).sum().backward()
        #expect(layer.weight.grad == nil && layer.bias?.grad?.scalars == [1])
    }

    @Test func `freezing clears the gradient and keeps the value`() {
        let w = Parameter(Tensor([3]))
        w.value.sum().backward()
        w.requiresGrad = false
        #expect(w.grad == nil && w.value.scalars == [3])
    }

    @Test func `a thawed parameter learns again`() {
        let w = Parameter(Tensor([3]))
        w.requiresGrad = false
        w.requiresGrad = true
        w.value.squared().sum().backward()
        #expect(w.grad?.scalars == [6])
    }

    @Test func `a frozen parameter takes no update, but can be assigned`() {
        let w = Parameter(Tensor([3]))
        w.requiresGrad = false
        w.grad = nil
        w.update { value, grad in value -= grad }
        #expect(w.grad == nil && w.value.scalars == [3])
        w.assign(Tensor([7]))
        #expect(w.value.scalars == [7] && !w.requiresGrad)
    }

    @Test func `it is still listed and counted`() {
        let layer = linear(2, 1)
        layer.weight.requiresGrad = false
        #expect(layer.parameters.count == 2 && layer.parameterCount == 3)
    }
}
