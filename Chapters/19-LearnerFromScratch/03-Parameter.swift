// # Parameters
//
// Section 19.3 · After this page you can say what makes a tensor a parameter, and why a copy would not do.

import Notebook
import Tensors

// A layer computes with its weight, and an optimizer changes it. Both must mean the same weight. But a tensor is a
// value: to assign it to another variable is to copy it, and a change of the copy leaves the original as it was. So a
// weight needs a place that both can point to: an object, which holds the current value.
//
// The book's `Parameter` is a subclass of PyTorch's tensor that adds nothing at all. (It takes a special `__new__` and
// an internal function of the library to make one, and is the least handsome part of the chapter.) It is a *marker*. It
// says: this tensor is one of those to be learned. That will be our way of finding it, too.

/// A tensor that is learned.
public final class Parameter: CustomStringConvertible {
    /// The current numbers. Whatever is put here is tracked, so that it gets a gradient.
    public var value: Tensor {
        didSet { if !value.requiresGrad { value = value.requiringGrad() } }
    }

    public init(_ value: Tensor) { self.value = value.detached().requiringGrad() }

    /// The sum of the gradients of all backward passes since it was set to nil.
    public var grad: Tensor? {
        get { value.grad }
        set { value.grad = newValue }
    }

    public var description: String { "Parameter \(value)" }
}

extension LearnerFromScratch {
    func valuesAndThings() {
        // Test it. In the book, `Parameter(tensor(3.))` prints as `tensor(3., requires_grad=True)`.
        let three = Parameter(Tensor(3))
        show(three)

        // It gets a gradient. The slope of x² at 3:
        three.value.squared().backward()
        show(three.grad?.item ?? 0, "gradient of x² at 3", ask: "What gradient does Parameter(3) get from x²?")

        // A second name for a tensor is a copy of its own, a second name for a parameter is not. Suppose that an
        // optimizer has taken both, and changes what it has:
        let (tensor, parameter) = (Tensor([1, 2]), Parameter(Tensor([1, 2])))
        var optimizersTensor = tensor
        let optimizersParameter = parameter
        optimizersTensor -= 1
        noGrad { optimizersParameter.value -= 1 }
        show(tensor.scalars, "the layer's tensor, [1, 2] before")
        show(
            parameter.value.scalars, "the layer's parameter, [1, 2] before",
            predict: .numbers(
                "The optimizer subtracts 1 from its parameter [1, 2]. What are the layer's numbers?",
                parameter.value.scalars))

        // (`noGrad` says that this change is no part of any computation to be differentiated.) And when a new tensor is
        // put into its place, it is still a parameter:
        parameter.value = Tensor([7, 8])
        show(parameter.value.requiresGrad, "the new value is tracked")
    }
}
