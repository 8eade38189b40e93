import Chapter17
import Layers
import Tensors
import TestSupport
import Testing
import Training

// MARK: Layers, autograd functions and modules: sections 17.10 and 17.11 of the book

extension `17 Questionnaire` {
    /// 17.37 · What does Python's `__call__` do, and what is it called in Swift?
    ///
    /// It makes the instances of a class callable like functions: with a method of that name, `layer(x)` means
    /// `layer.__call__(x)`. So a layer can keep parameters and notes of its last call, as an object does, and is used
    /// as a function. In Swift the method is `callAsFunction`, and it may have labels, several parameters and several
    /// versions, like every other.
    ///
    /// - Shown by: `HandmadeLayer` in Chapters/17-Foundations/10-LayersAsClasses.swift
    /// - Shown by: `callAsFunction` in Sources/Engine/Layers/Hook.swift
    @Test func `17.37 an object that is called like a function`() {
        final class Doubling {
            private(set) var calls = 0
            func callAsFunction(_ x: Float) -> Float {
                calls += 1
                return 2 * x
            }
        }
        let double = Doubling()
        #expect(double(3) == 6 && double.callAsFunction(3) == 6)
        #expect(double.calls == 2)  // a function that knows how often it was called
        #expect([1, 2].map(double.callAsFunction) == [2, 4])
    }

    /// 17.38 · Which methods does a custom autograd function have to define, and what does each of them do?
    ///
    /// `forward` and `backward`. Forward gets the context and the operands, saves in the context what backward will
    /// need, and returns the value. Backward gets the context and the gradient of that value, and returns the gradient
    /// of every operand, the first times its own derivative. In PyTorch both are static methods of a subclass of
    /// `torch.autograd.Function`; here they are methods of a struct that is an `AutogradFunction`.
    ///
    /// - Shown by: `MyReLU` in Chapters/17-Foundations/11-AutogradFunction.swift
    /// - Shown by: `AutogradFunction` in Sources/Engine/Tensors/Autograd/AutogradFunction.swift
    @Test func `17.38 forward with a context, and backward from the gradient of the result`() {
        struct Square: AutogradFunction {
            func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
                context.save(operands[0])
                return operands[0] * operands[0]
            }
            func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] { [dy * 2 * context.saved[0]] }
        }
        let x = Tensor([3, -4]).requiringGrad()
        let y = Square()(x)
        (y * Tensor([1, 10])).sum().backward()  // the gradient that comes back is [1, 10], not 1
        #expect(y.scalars == [9, 16] && y.gradFn == "Square")
        #expect(x.grad?.scalars == [6, -80])
    }

    /// 17.39 · Write a linear layer from scratch, and test that it works.
    ///
    /// A module with two parameters, the weight [out, in] and the bias [out]; its forward is x · wᵀ + b. To test it:
    /// its parameters are found and have these shapes, its output is what a calculation by hand gives, and all
    /// gradients are those of the engine's own linear layer with the same numbers.
    ///
    /// - Shown by: `LinearLayer` in Chapters/17-Foundations/11d-ParametersAndModules.swift
    /// - Shown by: `Linear` in Sources/Engine/Layers/Linear.swift
    @Test func `17.39 a weight with a row for each output, and a bias`() {
        var random = SplitMix64(seed: 1739)
        let layer = LinearLayer(3, 2, using: &random)
        #expect(layer.parameters.map(\.shape) == [[2, 3], [2]])
        layer.weight.assign(Tensor([[1, 2, 3], [10, 20, 30]]))
        layer.bias.assign(Tensor([0.5, -1]))
        #expect(layer(Tensor([[1, 0, 2], [0, 1, 0]])).scalars == [7.5, 69, 2.5, 19])
        let (engines, x) = (Linear(3, 2, using: &random), Tensor.randn(4, 3, using: &random).requiringGrad())
        for (mine, its) in zip(layer.parameters, engines.parameters) { its.assign(mine.value) }
        layer(x).squared().sum().backward()
        let dx = x.grad!
        x.grad = nil
        engines(x).squared().sum().backward()
        expectClose(dx, x.grad!, relative: 1e-4)
        for (mine, its) in zip(layer.parameters, engines.parameters) {
            expectClose(mine.grad!, its.grad!, absolute: 1e-4, relative: 1e-4)
        }
    }

    /// 17.40 · PyTorch has `nn.Module`, fastai has `Module`. What is different about fastai's, and how is it in Swift?
    ///
    /// A subclass of `nn.Module` has to call `super().__init__()` before it sets any parameter or layer, since
    /// registering these needs what that call sets up. fastai's `Module` makes this call by itself before the
    /// subclass's `__init__`, so the line can be left out; otherwise they are the same. In Swift the compiler puts the
    /// call at the end of the initializer if it is not written, so both ways of writing give the same class. Nothing is
    /// registered: parameters are found in the stored properties.
    ///
    /// - Shown by: `ModelCallingSuper` in Chapters/17-Foundations/11f-SequentialAndModel.swift
    /// - Shown by: `Module` in Sources/Engine/Layers/Module.swift
    @Test func `17.40 with and without the call of the superclass's initializer, it is the same model`() {
        class Base {
            var calls: [String] = []
            init() { calls.append("base") }
        }
        class Calling: Base {
            let size: Int
            override init() {
                size = 1
                super.init()
                calls.append("own")
            }
        }
        class Silent: Base {
            let size: Int
            override init() { size = 1 }
        }
        #expect(Calling().calls == ["base", "own"] && Silent().calls == ["base"])  // called once, written or not

        var (a, b) = (SplitMix64(seed: 40), SplitMix64(seed: 40))
        let (calling, silent) = (
            WithModules.ModelCallingSuper(4, 3, 1, using: &a), WithModules.Model(4, 3, 1, using: &b)
        )
        #expect(calling.namedParameters.map(\.name) == silent.namedParameters.map(\.name))
        #expect(silent.parameters.map(\.shape) == [[3, 4], [3], [1, 3], [1]])
        let (x, y) = (Tensor.randn(5, 4, using: &a), Tensor.randn(5, using: &a))
        #expect(calling((x, y)).item == silent((x, y)).item)
    }
}
